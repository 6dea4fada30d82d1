import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'own-relay.md'), 'utf8');

/** What stands in fenced blocks of one language under a heading of `docs/own-relay.md`, in their order. */
export function blocks(heading: string, language: 'sh' | 'text' = 'sh'): string {
  const section = TEXT.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const found = [...(section ?? '').matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language);
  if (found.length === 0) throw new Error(`docs/own-relay.md has no ${language} under "${heading}"`);
  return found.map(([, , block]) => block).join('');
}

/** The steps that make a relay. */
export const STEPS = ['1. Your values', '2. The packages', '3. A certificate', '4. The relay', '5. The firewall'];
