import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/output.ts';
import { DERIVED } from './derived.ts';
import { baseOf } from './plurals.ts';

/** What the extension is built from. */
const FOLDERS = ['components', 'entrypoints', 'platform'];

/** The sources in one piece, without their tests. */
export const readSources = (root = ROOT): string =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  ).join('\n');

/** Keys that no source names and no table builds. A plural text is named without its category. */
export function unusedKeys(keys: Iterable<string>, sources: string, derived: ReadonlySet<string> = DERIVED): string[] {
  const quoted = new Set([...sources.matchAll(/'(?:__MSG_)?([\w.]+?)(?:__)?'/g)].map(([, key]) => key));
  return [...keys].filter((key) => !derived.has(key) && !quoted.has(key) && !quoted.has(baseOf(key)));
}
