import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Script files of a build that belong to a page or a script: what it loads to start, and what it loads only on demand. */
export function filesOf(entry: string): { readonly start: readonly string[]; readonly later: readonly string[] } {
  const start = reachable(entry, false);
  const known = new Set(start);
  return { start, later: reachable(entry, true).filter((file) => !known.has(file)) };
}

function reachable(entry: string, isLater: boolean): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    if (file.endsWith('.js')) found.add(file);
    for (const reference of references(readFileSync(file, 'utf8'), file.endsWith('.html'), isLater)) {
      visit(reference.startsWith('/') ? join(rootOf(entry), reference) : join(dirname(file), reference));
    }
  };
  visit(entry);
  return [...found];
}

/** Entries lie at the root of a build. */
const rootOf = (entry: string) => dirname(entry);

const PAGE = /(?:<script\b[^>]*\bsrc|<link\b[^>]*\brel="modulepreload"[^>]*\bhref)="([^"]+\.js)"/g;
const STATIC = /\b(?:from|import)\s*["'`]((?:\.{0,2}\/)[^"'`]+\.js)["'`]/g;
const DYNAMIC = /\bimport\s*\(\s*["'`]((?:\.{0,2}\/)[^"'`]+\.js)["'`]/g;

function references(text: string, isPage: boolean, isLater: boolean): string[] {
  const patterns = isPage ? [PAGE] : isLater ? [STATIC, DYNAMIC] : [STATIC];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []));
}
