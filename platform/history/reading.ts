import * as v from 'valibot';
import {
  CallRecord,
  DayRecord,
  dayOf,
  type History,
  NetworkRecord,
  OwnWordRecord,
  RawRecord,
  RoundRecord,
  SpellRecord,
} from '../../core/history/records.ts';
import { openHistory } from './database.ts';

/** What is wanted of the history: networks by key (all when absent) in a span of time, ms since the epoch, both ends included. */
export interface Selection {
  readonly networks?: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Every kind of record may be left out; what is left out is not read. */
export type Kind = Exclude<keyof History, 'networks'>;

/**
 * Reads a selection. Spells that reach into the span are part of it, and own words and test calls of an unknown network are part of everyone's. A record
 * that has been damaged on the disk is left out: the others still stand.
 */
export async function readHistory(
  { networks: wanted, from, to }: Selection,
  kinds: readonly Kind[] = ['rounds', 'days', 'spells', 'words', 'calls'],
): Promise<History> {
  const db = await openHistory();
  const transaction = db.transaction(['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'], 'readonly');
  const all = sound(NetworkRecord, await transaction.objectStore('networks').getAll());
  const networks = wanted ? all.filter(({ key }) => wanted.includes(key)) : all;
  const keys = wanted ?? all.map(({ key }) => key);

  const each = async <Row>(kind: Kind, read: (key: string) => Promise<Row[]>): Promise<Row[]> =>
    kinds.includes(kind) ? (await Promise.all(keys.map(read))).flat() : [];
  const span = (key: string) => IDBKeyRange.bound([key, from], [key, to]);
  const isOfThese = ({ network }: { readonly network: string | null }) => network === null || keys.includes(network);
  const inside = IDBKeyRange.bound([from], [to, []]);
  const [rounds, raw, days, spells, words, calls] = await Promise.all([
    each('rounds', (key) => transaction.objectStore('rounds').getAll(span(key))),
    each('raw', (key) => transaction.objectStore('raw').getAll(span(key))),
    each('days', (key) =>
      transaction.objectStore('days').getAll(IDBKeyRange.bound([key, dayOf(from)], [key, dayOf(to)])),
    ),
    each('spells', (key) => transaction.objectStore('spells').getAll(IDBKeyRange.bound([key], [key, []]))),
    kinds.includes('words') ? transaction.objectStore('words').getAll(inside) : [],
    kinds.includes('calls') ? transaction.objectStore('calls').getAll(inside) : [],
  ]);
  return {
    networks,
    rounds: sound(RoundRecord, rounds),
    raw: sound(RawRecord, raw),
    days: sound(DayRecord, days),
    spells: sound(SpellRecord, spells).filter((spell) => spell.from <= to && (spell.to ?? to) >= from),
    words: sound(OwnWordRecord, words).filter(isOfThese),
    calls: sound(CallRecord, calls).filter(isOfThese),
  };
}

function sound<Record>(schema: v.GenericSchema<unknown, Record>, rows: readonly unknown[]): Record[] {
  return rows.flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
}
