import { accuses, isLast, type Word } from './words.ts';

/** `unnamed` is no name, or `unknown`, where a name is to be had. */
export type Naming = 'right' | 'unnamed' | 'wrong';
export type Named = Word & { readonly naming: Naming };

/** How blocking that was found was named after the last round; what is poor is judged only where the truth names it. */
export const named = (words: readonly Word[]): Named[] =>
  words
    .filter((word) => isFound(word) && (word.truth === 'blocked' || word.by))
    .map((word) => ({ ...word, naming: namingOf(word) }));

export const isFound = (word: Word): boolean =>
  isLast(word) && ((word.truth === 'blocked' && accuses(word)) || (word.truth === 'poor' && word.state === 'impaired'));

/** Where the truth has no names, a browser can tell none: only `unknown` is right. */
function namingOf({ by, mechanism = 'unknown' }: Word): Naming {
  if (by?.includes(mechanism)) return 'right';
  if (mechanism !== 'unknown') return 'wrong';
  return by ? 'unnamed' : 'right';
}

export type NamingTally = Readonly<Record<Naming, number>>;

export function tally(words: readonly Named[]): NamingTally {
  const count = (naming: Naming) => words.filter((word) => word.naming === naming).length;
  return { right: count('right'), unnamed: count('unnamed'), wrong: count('wrong') };
}
