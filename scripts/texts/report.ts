import type { Findings } from './findings.ts';

/** What was found, a language after the other; nothing is said of what is well. */
export function report(found: ReadonlyMap<string, Findings>, unused: readonly string[]): string {
  return [
    ...section('Unused: no source names these keys', unused),
    ...[...found].flatMap(([tag, { missing, surplus, same, long, length }]) => [
      `${tag}: ${(length * 100).toFixed(0)} % of the length of English`,
      ...section('  missing', missing),
      ...section('  unused: not in English, or no plural category of this language', surplus),
      ...section('  the same as in English', same),
      ...section('  much longer than in English', long),
    ]),
    `\n${isWell(found, unused) ? 'No text is missing or unused.' : 'Texts are missing or unused.'}`,
  ].join('\n');
}

/** Nothing is missing, and nothing is there in vain. What is the same or long is for eyes. */
export const isWell = (found: ReadonlyMap<string, Findings>, unused: readonly string[]): boolean =>
  unused.length === 0 && [...found.values()].every(({ missing, surplus }) => missing.length + surplus.length === 0);

const section = (title: string, keys: readonly string[]): string[] =>
  keys.length > 0 ? [`${title} (${keys.length})`, ...keys.map((key) => `    ${key}`)] : [];
