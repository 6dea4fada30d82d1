import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Script files that a page or a script of a build loads, with all that they import, now or later. */
export function filesOf(entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    if (file.endsWith('.js')) found.add(file);
    for (const reference of references(readFileSync(file, 'utf8'), file.endsWith('.html'))) {
      visit(reference.startsWith('/') ? join(rootOf(entry), reference) : join(dirname(file), reference));
    }
  };
  visit(entry);
  return [...found];
}

/** Entries lie at the root of a build. */
const rootOf = (entry: string) => dirname(entry);

function references(text: string, isPage: boolean): string[] {
  const pattern = isPage
    ? /(?:<script\b[^>]*\bsrc|<link\b[^>]*\brel="modulepreload"[^>]*\bhref)="([^"]+\.js)"/g
    : /(?:\bfrom\s*|\bimport\s*\(?\s*)["'`]((?:\.{0,2}\/)[^"'`]+\.js)["'`]/g;
  return [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);
}
