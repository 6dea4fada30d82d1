import { mentionsAddress } from '../../network/mention.ts';
import { DAY_MS, type History } from '../records.ts';

/** What an export holds, counted from the very records that are written. */
export interface Contents {
  readonly networks: number;
  readonly rounds: number;
  readonly days: number;
  readonly spells: number;
  readonly words: number;
  readonly observations: number;
  /** First and last moment of its records, ms since the epoch; null where there are none. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Networks with a name that the person gave. */
  readonly named: number;
  /** Networks with a country or an operator. */
  readonly placed: number;
  /** Names that hold an address, which only the person can have put there. */
  readonly addresses: number;
}

export function contentsOf({ networks, rounds, raw, days, spells, words }: History): Contents {
  const moments = [
    ...[...rounds, ...raw, ...words].map(({ at }) => at),
    ...days.flatMap(({ day }) => [day * DAY_MS, (day + 1) * DAY_MS - 1]),
    ...spells.flatMap(({ from, to, seenAt }) => [from, to ?? seenAt]),
  ];
  return {
    networks: networks.length,
    rounds: rounds.length,
    days: days.length,
    spells: spells.length,
    words: words.length,
    observations: raw.reduce((sum, { observations }) => sum + observations.length, 0),
    span: moments.length === 0 ? null : { from: moments.reduce(least), to: moments.reduce(most) },
    named: networks.filter(({ name }) => name !== null).length,
    placed: networks.filter(({ asn, operator, country }) => (asn ?? operator ?? country) !== null).length,
    addresses: networks.filter(({ name, operator }) => mentionsAddress(`${name} ${operator}`)).length,
  };
}

// A history is longer than a list of arguments may be.
const least = (a: number, b: number) => Math.min(a, b);
const most = (a: number, b: number) => Math.max(a, b);
