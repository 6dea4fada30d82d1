import type { CallSummary } from '../call/call.ts';
import { DAY_MS } from '../day.ts';
import { type Loss, NO_LOSS } from './line.ts';
import type { Walk } from './sequential.ts';

/** What is remembered between rounds. Evidence belongs to one network; earned votes belong to the installation. */

export interface NetworkMemory {
  readonly lastRoundAt: number;
  readonly loss: { readonly udp: Loss; readonly tcp: Loss };
  /** Rounds in a row, since it last answered on this network, in which a control was silent while its kind answered. */
  readonly silentControls: Readonly<Record<string, number>>;
  /** The sequential test of each role, `service/role`, and of `network/udp`. */
  readonly walks: Readonly<Record<string, Walk>>;
  /** Since when each shown state holds, by `service/calls`, `service/messages`, `network`; and each block, by `service/calls/block`. */
  readonly since: Readonly<Record<string, { readonly state: string; readonly at: number }>>;
  /** The last test call through each server of the person's own, by its id. */
  readonly calls?: Readonly<Record<string, CallSummary>>;
}

export interface Memory {
  readonly schemaVersion: 1;
  /** By fingerprint of the network. */
  readonly networks: Readonly<Record<string, NetworkMemory>>;
  /** When an endpoint last answered this installation, on any network, ms since the epoch. */
  readonly answered: Readonly<Record<string, number>>;
}

export const EMPTY_NETWORK: NetworkMemory = {
  lastRoundAt: 0,
  loss: { udp: NO_LOSS, tcp: NO_LOSS },
  silentControls: {},
  walks: {},
  since: {},
};
export const EMPTY_MEMORY: Memory = { schemaVersion: 1, networks: {}, answered: {} };

/** A vote is earned for 90 days. */
export const VOTE_MS = 90 * DAY_MS;
export const DEAD_AFTER = 3;

/** Where no control told which network this is. Any change of connection forgets it, and so does time. */
export const UNIDENTIFIED = 'unidentified';
const UNIDENTIFIED_MS = 5 * 3_600_000;
const MAX_NETWORKS = 12;

/** What lies further ahead than this was written under a wrong clock, and is as good as never written. */
const AHEAD_MS = 3_600_000;
const isAhead = (at: number, now: number): boolean => at - now > AHEAD_MS;
const isFresh = (at: number, now: number, ms: number): boolean => now - at <= ms && !isAhead(at, now);

export function recall(memory: Memory, key: string, now: number): NetworkMemory {
  const network = memory.networks[key];
  const lasts = key === UNIDENTIFIED ? UNIDENTIFIED_MS : Number.POSITIVE_INFINITY;
  return network && isFresh(network.lastRoundAt, now, lasts) ? network : EMPTY_NETWORK;
}

/** The connection changed: what was seen on the nameless network before is not this one's. */
export function forgetUnidentified(memory: Memory): Memory {
  const { [UNIDENTIFIED]: _, ...networks } = memory.networks;
  return { ...memory, networks };
}

/** Files a network's memory and drops what has grown too old or too much. */
export function remember(
  memory: Memory,
  key: string,
  network: NetworkMemory,
  answered: Record<string, number>,
): Memory {
  const now = network.lastRoundAt;
  const networks = Object.entries({ ...memory.networks, [key]: network })
    .filter(([, { lastRoundAt }]) => !isAhead(lastRoundAt, now))
    .sort(([, a], [, b]) => b.lastRoundAt - a.lastRoundAt)
    .slice(0, MAX_NETWORKS);
  const votes = Object.entries({ ...memory.answered, ...answered }).filter(([, at]) => isFresh(at, now, VOTE_MS));
  return { schemaVersion: 1, networks: Object.fromEntries(networks), answered: Object.fromEntries(votes) };
}

/** When it last answered, as far as that gives it a vote. */
export function earnedAt({ answered }: Memory, url: string, now: number): number | undefined {
  const at = answered[url] ?? Number.NEGATIVE_INFINITY;
  return isFresh(at, now, VOTE_MS) ? at : undefined;
}

export const hasEarned = (memory: Memory, url: string, now: number): boolean =>
  earnedAt(memory, url, now) !== undefined;

/** Rounds in a row that a control has been silent on this network; one that never answered anywhere counts as long silent. */
export const silentRounds = (memory: Memory, network: NetworkMemory, url: string): number =>
  network.silentControls[url] ?? (url in memory.answered ? 0 : DEAD_AFTER);

/** A control that is out of order, or blocked itself: its silence does not speak of the line. */
export const isDead = (memory: Memory, network: NetworkMemory, url: string): boolean =>
  silentRounds(memory, network, url) >= DEAD_AFTER;
