import { viewOf } from '../../catalogue/current.ts';
import { allControls, allServices } from '../../catalogue/index.ts';
import { mentionsAddress } from '../../network/mention.ts';
import { isOwn } from '../../own/server.ts';
import { type History, type NetworkRecord, type RawRecord, UNKNOWN_NETWORK } from '../records.ts';
import { isOoni } from './ooni.ts';

/** What of a selection leaves this browser. Every format is written from what `share` returns, and so is the summary shown before. */

export const FORMATS = ['text', 'card', 'csv', 'json', 'ooni'] as const;
export type Format = (typeof FORMATS)[number];

export type Kind = Exclude<keyof History, 'networks'>;

/** What the person lets out beside the measurements. */
export interface Choices {
  /** The names given to networks, and the keys under which this installation knows them again. */
  readonly names: boolean;
  /** Country and operator. */
  readonly place: boolean;
  /** What each question showed. */
  readonly raw: boolean;
  /** Servers of the person's own, and everything about them. */
  readonly own: boolean;
}

/** What leaves. */
export interface Shared extends History {
  /** Names of the person's own servers that it speaks of, by id; only where they are let out. */
  readonly ownServers?: Readonly<Record<string, string>>;
}

/** The records that a format holds. */
export function kindsOf(format: Format, { raw }: Choices): readonly Kind[] {
  switch (format) {
    case 'json':
      return ['rounds', 'days', 'spells', 'words', 'calls', ...(raw ? (['raw'] as const) : [])];
    case 'csv':
      return ['rounds'];
    case 'ooni':
      return ['raw'];
    case 'text':
      return ['rounds', 'spells', 'words', 'calls'];
    case 'card':
      return ['rounds', 'spells'];
  }
}

interface Options {
  readonly format: Format;
  readonly choices: Choices;
  /** Names of the person's own servers, by id. */
  readonly ownNames: Readonly<Record<string, string>>;
  /** A new random key of a network. */
  readonly randomKey: () => string;
}

/**
 * Leaves out what the format does not hold and the person does not tick, networks of which nothing else is left, and whatever names an
 * address that is not a listed server's.
 */
export function share(history: History, { format, choices, ownNames, randomKey }: Options): Shared {
  const kinds = kindsOf(format, choices);
  const only = <Row>(kind: Kind, rows: readonly Row[]) => (kinds.includes(kind) ? rows : []);
  // OONI's format is for what everybody can compare.
  const own = choices.own && format !== 'ooni';
  const leaves = (id: string) => !mentionsAddress(id) && (own || !isOwn(id));
  const services = <Value>(of: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(of).filter(([id]) => leaves(id)));
  const keys = new Set(history.networks.map(({ key }) => key));
  // The report tells everything under its network.
  const isTold = (row: { readonly network: string | null }) => format !== 'text' || keys.has(networkOf(row));
  const kept: Omit<History, 'networks'> = {
    rounds: only('rounds', history.rounds).map((round) => ({ ...round, services: services(round.services) })),
    days: only('days', history.days).map((day) => ({ ...day, services: services(day.services) })),
    spells: only('spells', history.spells).filter(({ subject }) => leaves(subject)),
    words: only('words', history.words).filter((word) => leaves(word.service) && isTold(word)),
    raw: rawOf(only('raw', history.raw), format, leaves),
    calls: only('calls', history.calls).filter((call) => leaves(call.service) && isTold(call)),
  };
  const used = new Set(
    Object.values(kept).flatMap((rows: readonly { network: string | null }[]) => rows.map(networkOf)),
  );
  // OONI has no place for names.
  const names = choices.names && format !== 'ooni';
  const networks = history.networks
    .filter(({ key }) => used.has(key))
    .map((network) => veil(network, { ...choices, names }));
  const shared = names ? { networks, ...kept } : rekey({ networks, ...kept }, randomKey);
  const told = ownIn(shared).flatMap((id) => (ownNames[id] === undefined ? [] : [[id, ownNames[id]]]));
  return own ? { ...shared, ownServers: Object.fromEntries(told) } : shared;
}

/** Ids of the person's own servers that a history speaks of. */
export function ownIn({ rounds, days, spells, words, raw, calls }: History): string[] {
  const ids = [
    ...[...rounds, ...days].flatMap(({ services }) => Object.keys(services)),
    ...spells.map(({ subject }) => subject),
    ...[...words, ...calls].map(({ service }) => service),
    ...raw.flatMap(({ observations }) => observations.map(({ of }) => of)),
  ];
  return [...new Set(ids.filter(isOwn))];
}

/** The part of a history that is about one network. */
export function aboutOne(history: History, key: string): History {
  const here = <Row extends { readonly network: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ network }) => network === key);
  return {
    networks: history.networks.filter((network) => network.key === key),
    rounds: here(history.rounds),
    raw: here(history.raw),
    days: here(history.days),
    spells: here(history.spells),
    words: here(history.words),
    calls: here(history.calls),
  };
}

/** What happened on a network that could not be told stands under that one. */
const networkOf = ({ network }: { readonly network: string | null }) => network ?? UNKNOWN_NETWORK;

const veil = (network: NetworkRecord, { names, place }: Choices): NetworkRecord => ({
  ...network,
  ...(!names && { name: null }),
  ...(!place && { asn: null, operator: null, country: null, hosting: false }),
});

/** Keys of this export alone. They tell nothing of other exports; the moments of the records do, where two cover the same time. */
function rekey(history: History, randomKey: () => string): History {
  const keys = new Map([[UNKNOWN_NETWORK, UNKNOWN_NETWORK]]);
  const anew = (key: string): string => {
    const known = keys.get(key) ?? randomKey();
    keys.set(key, known);
    return known;
  };
  const moved = <Row extends { readonly network: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, network: anew(row.network) }));
  const movedIfKnown = <Row extends { readonly network: string | null }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, network: row.network && anew(row.network) }));
  return {
    networks: history.networks.map((network) => ({ ...network, key: anew(network.key) })),
    rounds: moved(history.rounds),
    raw: moved(history.raw),
    days: moved(history.days),
    spells: moved(history.spells),
    words: movedIfKnown(history.words),
    calls: movedIfKnown(history.calls),
  };
}

const listed = viewOf(
  () => new Set([...allServices().flatMap(({ endpoints }) => endpoints), ...allControls()].map(({ url }) => url)),
);

/** OONI's format has no measurement for some observations, and so none for a round that asked nothing else. */
function rawOf(raw: readonly RawRecord[], format: Format, leaves: (id: string) => boolean): RawRecord[] {
  const records = raw.map((record) => withoutAddresses(record, leaves));
  if (format !== 'ooni') return records;
  return records.flatMap((record) => {
    const observations = record.observations.filter(isOoni);
    return observations.length > 0 ? [{ ...record, observations }] : [];
  });
}

/** Servers are named by address only where the catalogue or the person does: any other could stand in the person's own home. */
const withoutAddresses = (record: RawRecord, leaves: (id: string) => boolean): RawRecord => ({
  ...record,
  observations: record.observations
    .filter(({ url, of }) => leaves(of) && (isOwn(of) || listed().has(url) || !mentionsAddress(url)))
    .map(({ code, url, ...observation }) => ({
      url: isOwn(observation.of) ? withoutSecrets(url) : url,
      ...observation,
      ...(code !== undefined && !mentionsAddress(code) && { code }),
    })),
});

/** A web address may hold a password before its host, and a key behind its path. */
const withoutSecrets = (url: string): string =>
  /^(https|wss):/.test(url) ? url.replace(/[?#].*$/, '').replace(/\/\/[^/]*@/, '//') : url;
