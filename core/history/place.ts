import type { Access } from './access.ts';
import type { OwnWord } from './own-word.ts';
import type { NetworkRecord } from './records.ts';
import type { Change } from './spells.ts';

/** Stands for every network that no control could tell apart: its rounds are kept, and no spell is made of them. */
export const UNKNOWN_NETWORK = '0000000000000000';

/** A round longer ago may have been made on another network than this device is on now, ms. */
export const STILL_HERE_MS = 60_000;

/** What the history knows of the network of the last round. Stored for the popup, which reads no history. */
export interface Place
  extends Pick<NetworkRecord, 'key' | 'asn' | 'operator' | 'country' | 'hosting' | 'access' | 'name'> {
  /** The round that was filed last, by its start. */
  readonly filedAt: number;
  /** Ids of `core/network/hints.ts`. */
  readonly hints: readonly string[];
  /** Since when what is blocked now has been so, ms since the epoch, by `service/calls`, `service/messages`, `network/udp`. */
  readonly blockedSince: Readonly<Record<string, number>>;
  /** What the person last said of calls on this network, by service, if it is not too old. */
  readonly said: Readonly<Record<string, { readonly word: OwnWord; readonly at: number }>>;
}

/** What filing a round gives back. */
export interface Filed {
  readonly place: Place;
  readonly changes: readonly Change[];
}

/** What the browser tells beside the round. */
export interface Whereabouts {
  readonly access: Access | null;
  /** The public address, for the look-up of its operator; in memory only, never stored. */
  readonly address: string | null;
}
