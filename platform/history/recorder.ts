import { DAY_MS } from '../../core/day.ts';
import { counted, rawOf, roundOf } from '../../core/history/filing.ts';
import { type Filed, type Place, UNKNOWN_NETWORK, type Whereabouts } from '../../core/history/place.ts';
import {
  dayOf,
  NETWORK,
  type NetworkRecord,
  type OwnWordRecord,
  type SpellRecord,
} from '../../core/history/records.ts';
import { changesOf, follow, nameOf } from '../../core/history/spells.ts';
import { NOBODY, type Ownership } from '../../core/network/operators.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { complain } from '../complaints.ts';
import { begin, type Database, openHistory, storesOf } from './database.ts';
import { prune } from './pruning.ts';

/** What the table in the package says of an address. */
export type Found = Ownership;

export interface RecorderParts {
  /** Rejects when the table can't be read. */
  readonly find: (address: string) => Promise<Found>;
  /** Ids of hints about a VPN or proxy. */
  readonly hints: (snapshot: Snapshot, found: Found) => readonly string[];
  /** How long rounds are kept, days. */
  readonly keepDays: number;
}

/** What the table says of a network is asked for again after so long: addresses are sold, and the table is renewed. */
const LOOK_AGAIN_MS = 30 * DAY_MS;
/** What the person said of a call is shown beside the verdict for so long. */
const SAID_MS = 7 * DAY_MS;

/** On a network that was met so lately … */
const NEW_MS = DAY_MS;
/** … a block is no news when the same was blocked so lately on another one of the same operator: it hands out many addresses. */
const NEWS_MS = 30 * DAY_MS;

/**
 * Files a round: once, however often it is told. All records change together or not at all.
 *
 * @throws DOMException when the browser keeps no history (see `openHistory`)
 */
export async function fileRound(snapshot: Snapshot, whereabouts: Whereabouts, parts: RecorderParts): Promise<Filed> {
  const db = await openHistory();
  const key = snapshot.network.key ?? UNKNOWN_NETWORK;
  const network = await networkOf(db, key, snapshot.takenAt, whereabouts, parts);

  const transaction = begin(db);
  const { networks, rounds, raw, days, spells, words } = storesOf(transaction);
  const ofNetwork = (one: string) => spells.getAll(IDBKeyRange.bound([one], [one, []]));
  let known = await ofNetwork(key);
  const isNew = (await rounds.getKey([key, snapshot.takenAt])) === undefined;
  if (isNew) {
    const round = roundOf(snapshot, key);
    const changed = key === UNKNOWN_NETWORK ? [] : follow(known, snapshot, key);
    known = merged(known, changed);
    await Promise.all([
      // The name that the person gave meanwhile stays.
      networks.get(key).then((stored) => networks.put({ ...network, name: stored?.name ?? null })),
      rounds.put(round),
      raw.put(rawOf(snapshot, key)),
      days.get([key, dayOf(snapshot.takenAt)]).then((day) => days.put(counted(day, round))),
      ...changed.map((spell) => spells.put(spell)),
    ]);
  }
  const isMetLately = network.asn !== null && snapshot.takenAt - network.firstAt < NEW_MS;
  const kin = !isMetLately ? [] : (await networks.getAll()).filter((other) => isKin(network, other));
  const elsewhere = (await Promise.all(kin.map((other) => ofNetwork(other.key))))
    .flat()
    .filter(isOpen(snapshot.takenAt));
  const name = (await networks.get(key))?.name ?? null;
  const lately = await words.getAll(IDBKeyRange.lowerBound([snapshot.takenAt - SAID_MS]));
  await transaction.done;
  if (isNew) await prune(db, snapshot.takenAt, parts.keepDays);

  return {
    place: placeOf({ ...network, name }, snapshot, known, saidOn(key, lately), parts),
    changes: changesOf(known, snapshot, new Set(elsewhere.map(nameOf))),
  };
}

async function networkOf(
  db: Database,
  key: string,
  at: number,
  { access, address }: Whereabouts,
  { find }: RecorderParts,
): Promise<NetworkRecord> {
  const known = await db.get('networks', key);
  const isOld = known === undefined || Math.abs(at - known.lastAt) > LOOK_AGAIN_MS;
  // What the table did not know yesterday, an update may have brought.
  const isVague = known?.country === null && dayOf(known.lastAt) !== dayOf(at);
  const found =
    address !== null && (isOld || isVague)
      ? await find(address).catch((error: unknown) => {
          complain('operator not looked up', error);
          return known ?? NOBODY;
        })
      : (known ?? NOBODY);
  return {
    key,
    asn: found.asn,
    operator: found.operator,
    country: found.country,
    hosting: found.hosting,
    access: access ?? known?.access ?? null,
    name: known?.name ?? null,
    firstAt: Math.min(known?.firstAt ?? at, at),
    lastAt: at,
  };
}

const isKin = (one: NetworkRecord, other: NetworkRecord): boolean =>
  one.key !== other.key &&
  one.asn === other.asn &&
  one.country === other.country &&
  one.access === other.access &&
  one.name === other.name;

const isOpen =
  (at: number) =>
  ({ to, seenAt }: SpellRecord): boolean =>
    to === null && Math.abs(at - seenAt) < NEWS_MS;

function merged(known: readonly SpellRecord[], changed: readonly SpellRecord[]): SpellRecord[] {
  const id = (spell: SpellRecord) => `${nameOf(spell)} ${spell.from}`;
  const fresh = new Set(changed.map(id));
  return [...known.filter((spell) => !fresh.has(id(spell))), ...changed];
}

function placeOf(
  { firstAt: _, lastAt: __, ...network }: NetworkRecord,
  snapshot: Snapshot,
  spells: readonly SpellRecord[],
  said: Place['said'],
  { hints }: RecorderParts,
): Place {
  const blocked = spells.filter(
    ({ to, subject }) => to === null && (subject === NETWORK || isChosen(snapshot, subject)),
  );
  return {
    ...network,
    filedAt: snapshot.takenAt,
    hints: hints(snapshot, network),
    blockedSince: Object.fromEntries(blocked.map((spell) => [nameOf(spell), spell.from])),
    said,
  };
}

/** The last word on each service; they come in the order in which they were said. Two networks that could not be told may be two. */
const saidOn = (key: string, words: readonly OwnWordRecord[]): Place['said'] =>
  Object.fromEntries(
    words
      .filter(({ network }) => network === key && key !== UNKNOWN_NETWORK)
      .map(({ service, word, at }): [string, Place['said'][string]] => [service, { word, at }]),
  );

const isChosen = ({ services }: Snapshot, subject: string): boolean => services.some(({ id }) => id === subject);
