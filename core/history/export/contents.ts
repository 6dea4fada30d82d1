import { DAY_MS } from '../../day.ts';
import { mentionsAddress } from '../../network/mention.ts';
import { isOwn } from '../../own/server.ts';
import { ownIn, type Shared } from './share.ts';

/** What an export holds, counted from the very records that are written. */
export interface Contents {
  readonly networks: number;
  readonly rounds: number;
  readonly days: number;
  readonly spells: number;
  readonly words: number;
  readonly observations: number;
  /** Test calls. */
  readonly calls: number;
  /** Servers of the person's own. */
  readonly own: number;
  /** First and last moment of its records, ms since the epoch; null where there are none. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Networks with a name that the person gave. */
  readonly named: number;
  /** Networks with a country or an operator. */
  readonly placed: number;
  /** Names of networks that hold an address, which only the person can have put there; names of own servers that do. */
  readonly addresses: number;
  readonly ownAddresses: number;
  /** Addresses of own servers are told. */
  readonly locatesOwn: boolean;
}

export function contentsOf(shared: Shared): Contents {
  const { networks, rounds, raw, days, spells, words, calls, ownServers = {} } = shared;
  const moments = [
    ...[...rounds, ...raw, ...words, ...calls].map(({ at }) => at),
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
    calls: calls.length,
    own: ownIn(shared).length,
    span: moments.length === 0 ? null : { from: moments.reduce(least), to: moments.reduce(most) },
    named: networks.filter(({ name }) => name !== null).length,
    placed: networks.filter(({ asn, operator, country }) => (asn ?? operator ?? country) !== null).length,
    addresses: networks.filter(({ name, operator }) => mentionsAddress(`${name} ${operator}`)).length,
    ownAddresses: Object.values(ownServers).filter(mentionsAddress).length,
    locatesOwn: raw.some(({ observations }) => observations.some(({ of }) => isOwn(of))),
  };
}

// A history is longer than a list of arguments may be.
const least = (a: number, b: number) => Math.min(a, b);
const most = (a: number, b: number) => Math.max(a, b);
