import { isFound, type Named, named } from './mechanisms.ts';
import type { Outcome, Place } from './outcome.ts';
import { confirmedSeconds, firstWordsMs, spread } from './times.ts';
import { accuses, isLast, praises, type Word } from './words.ts';

/** What the product has to keep, and what it came to. */
export interface Demand {
  readonly id: 'false-alarms' | 'hidden-blocks' | 'found' | 'named' | 'misnamed' | 'first-word' | 'confirmed';
  readonly says: string;
  /** Null where no scenario puts it to the test; then it is met. */
  readonly value: number | null;
  readonly wanted: { readonly most: number } | { readonly least: number };
  readonly unit: 'count' | 'percent' | 'milliseconds' | 'seconds';
  /** How many words or times it is taken from. */
  readonly of: number;
  readonly met: boolean;
  /** What speaks against it, one line each. */
  readonly cases: readonly string[];
}

/** One round may be unlucky; after so many blocking has to be found. */
const ENOUGH_ROUNDS = 3;

export function demandsOn(words: readonly Word[], outcomes: readonly Outcome[]): Demand[] {
  const judged = words.filter(({ beyond }) => beyond === undefined);
  const innocent = judged.filter(({ truth }) => truth !== 'blocked');
  const blocked = judged.filter((word) => isLast(word) && word.truth === 'blocked');
  const all = named(words);
  const nameable = all.filter(({ explained, by }) => explained && by);
  const first = spread(firstWordsMs(outcomes));
  const confirmed = spread(confirmedSeconds(outcomes));
  return [
    none('false-alarms', 'false alarms, in any round', innocent, accuses),
    none('hidden-blocks', 'blocks called open after the last round', blocked, praises),
    share(
      'found',
      `blocked or poor, and found after ${ENOUGH_ROUNDS} rounds or more`,
      99,
      judged.filter(isFindable),
      isFound,
    ),
    share('named', 'mechanisms named, with permission to explain, where they can be', 95, nameable, isRight),
    none('misnamed', 'mechanisms named wrongly', all, ({ naming }: Named) => naming === 'wrong'),
    within('first-word', 'first word on silent relays, on good lines, median', 2_500, 'milliseconds', {
      value: first.median,
      of: first.count,
    }),
    within('confirmed', 'until blocked calls are confirmed, on good lines, median', 90, 'seconds', {
      value: confirmed.median,
      of: confirmed.count,
    }),
  ];
}

const isFindable = (word: Word): boolean =>
  isLast(word) && word.rounds >= ENOUGH_ROUNDS && (word.truth === 'blocked' || word.truth === 'poor');

const isRight = ({ naming }: Named): boolean => naming === 'right';

function none<W extends Word>(
  id: Demand['id'],
  says: string,
  words: readonly W[],
  isBad: (word: W) => boolean,
): Demand {
  const bad = words.filter(isBad);
  return {
    ...{ id, says, value: bad.length, wanted: { most: 0 }, unit: 'count', of: words.length },
    ...{ met: bad.length === 0, cases: bad.map(lineOf) },
  };
}

function share<W extends Word>(
  id: Demand['id'],
  says: string,
  least: number,
  words: readonly W[],
  isGood: (word: W) => boolean,
): Demand {
  const bad = words.filter((word) => !isGood(word));
  const value = words.length === 0 ? null : (100 * (words.length - bad.length)) / words.length;
  return {
    ...{ id, says, value, wanted: { least }, unit: 'percent', of: words.length },
    ...{ met: value === null || value >= least, cases: bad.map(lineOf) },
  };
}

const within = (
  id: Demand['id'],
  says: string,
  most: number,
  unit: Demand['unit'],
  { value, of }: Pick<Demand, 'value' | 'of'>,
): Demand => ({ id, says, value, wanted: { most }, unit, of, met: value === null || value <= most, cases: [] });

export const lineOfPlace = ({ scenario, phase, browser, service }: Place): string =>
  `${scenario}, phase ${phase}, ${browser}: ${service}`;

const lineOf = (word: Word): string =>
  `${lineOfPlace(word)}: ${word.kind} ${word.truth}${word.by ? ` by ${word.by.join(' or ')}` : ''}; ` +
  `said in round ${word.round} of ${word.rounds}: ${word.state}${word.mechanism ? ` (${word.mechanism})` : ''}`;
