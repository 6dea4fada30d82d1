import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type {
  CallRecord,
  DayRecord,
  NetworkRecord,
  OwnWordRecord,
  RawRecord,
  RoundRecord,
  SpellRecord,
} from '../../core/history/records.ts';
import type { Queue } from '../../core/reporting/queue.ts';

/** The history on this device. Keys are arrays that begin with the network, so that one network's records are one range. */
export interface Schema extends DBSchema {
  networks: { key: string; value: NetworkRecord };
  rounds: { key: [network: string, at: number]; value: RoundRecord; indexes: { at: number } };
  raw: { key: [network: string, at: number]; value: RawRecord; indexes: { at: number } };
  days: { key: [network: string, day: number]; value: DayRecord; indexes: { day: number } };
  spells: { key: [network: string, kind: string, subject: string, from: number]; value: SpellRecord };
  words: { key: [at: number, service: string]; value: OwnWordRecord };
  calls: { key: [at: number, service: string]; value: CallRecord };
  /** Small facts about the history itself. */
  notes: { key: 'pruned-on-day' | 'reporting'; value: number | Queue };
}
export type Database = IDBPDatabase<Schema>;
export type StoreName = 'networks' | 'rounds' | 'raw' | 'days' | 'spells' | 'words' | 'calls' | 'notes';

type Upgrading = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

/** One step a version, never changed once it has shipped: a database of version n has been through the first n. */
export const MIGRATIONS: readonly ((db: Database, transaction: Upgrading) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore('networks', { keyPath: 'key' });
    db.createObjectStore('rounds', { keyPath: ['network', 'at'] }).createIndex('at', 'at');
    db.createObjectStore('raw', { keyPath: ['network', 'at'] }).createIndex('at', 'at');
    db.createObjectStore('days', { keyPath: ['network', 'day'] }).createIndex('day', 'day');
    db.createObjectStore('spells', { keyPath: ['network', 'kind', 'subject', 'from'] });
    db.createObjectStore('words', { keyPath: ['at', 'service'] });
    db.createObjectStore('notes');
  },
  (db) => {
    db.createObjectStore('calls', { keyPath: ['at', 'service'] });
  },
];

export const DATABASE = 'ringback';

let opening: Promise<Database> | null = null;

/**
 * The open history; opened once in a page's life.
 *
 * @throws DOMException where the browser keeps no databases, the disk is full, or the database is of a newer version than this build.
 */
export function openHistory(): Promise<Database> {
  opening ??= open(MIGRATIONS).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** @param migrations all of them; tests pass fewer to make an older database. */
export async function open(migrations: typeof MIGRATIONS): Promise<Database> {
  return openDB<Schema>(DATABASE, migrations.length, {
    async upgrade(db, from, _to, transaction) {
      for (const migrate of migrations.slice(from)) await migrate(db, transaction as Upgrading);
    },
    // A newer build of the extension waits for this page to let go.
    blocking: () => void closeHistory(),
    terminated: () => {
      opening = null;
    },
  });
}

export async function closeHistory(): Promise<void> {
  const closing = opening;
  opening = null;
  (await closing?.catch(() => null))?.close();
}

const RECORDS = ['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'] as const;

/** One transaction over all records. */
export const begin = (db: Database) => db.transaction(RECORDS, 'readwrite');

export const storesOf = (transaction: ReturnType<typeof begin>) => ({
  networks: transaction.objectStore('networks'),
  rounds: transaction.objectStore('rounds'),
  raw: transaction.objectStore('raw'),
  days: transaction.objectStore('days'),
  spells: transaction.objectStore('spells'),
  words: transaction.objectStore('words'),
  calls: transaction.objectStore('calls'),
});
