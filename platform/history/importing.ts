import { MOST_BYTES, type Refusal, readDocument } from '../../core/history/import.ts';
import { merge } from '../../core/history/merge.ts';
import type { History } from '../../core/history/records.ts';
import { withinRoom } from '../../core/history/room.ts';
import { type Database, openHistory } from './database.ts';
import { KEPT } from './pruning.ts';

/** How many records an import wrote, by kind, how many of the file's were damaged, and how many found no room. */
export type ImportResult =
  | {
      readonly written: Readonly<Record<keyof History, number>>;
      readonly skipped: number;
      readonly noRoom: number;
    }
  | { readonly refusal: Refusal };

/**
 * Puts a file's records into the history: all of them or, if anything fails, none.
 *
 * @param remember keeps the names of servers that the file speaks of
 */
export async function importHistory(
  file: Blob,
  now: number,
  remember: (names: Readonly<Record<string, string>>) => Promise<void>,
): Promise<ImportResult> {
  if (file.size > MOST_BYTES) return { refusal: 'too-big' };
  const reading = readDocument(await file.text(), now);
  if ('refusal' in reading) return reading;
  let written: ImportResult;
  try {
    const { plan, left } = await write(await openHistory(), reading.history);
    written = { written: counts(plan.put), skipped: reading.skipped, noRoom: left };
  } catch {
    return { refusal: 'not-stored' };
  }
  await remember(reading.ownServers);
  return written;
}

/** One transaction: what it reads to merge with can't change before it has written. */
async function write(db: Database, history: History): Promise<ReturnType<typeof withinRoom>> {
  const transaction = db.transaction(['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'], 'readwrite');
  transaction.done.catch(told);
  try {
    const [networks, days, spells, rounds, raw, words, calls] = await Promise.all([
      transaction.objectStore('networks').getAll(),
      transaction.objectStore('days').getAll(),
      transaction.objectStore('spells').getAll(),
      transaction.objectStore('rounds').getAllKeys(),
      transaction.objectStore('raw').getAllKeys(),
      transaction.objectStore('words').getAllKeys(),
      transaction.objectStore('calls').getAllKeys(),
    ]);
    const known = { rounds: ids(rounds), raw: ids(raw), words: ids(words), calls: ids(calls) };
    const merged = merge({ networks, days, spells, has: (kind, key) => known[kind].has(String(key)) }, history);
    const fitted = withinRoom(
      merged,
      { networks, spells },
      {
        networks: KEPT.networks - networks.length,
        rounds: KEPT.rounds - rounds.length,
        raw: KEPT.raw - raw.length,
        spells: KEPT.spells - spells.length,
        words: KEPT.words - words.length,
        calls: KEPT.calls - calls.length,
      },
    );
    const { plan } = fitted;
    for (const { network, kind, subject, from } of plan.drop) {
      transaction.objectStore('spells').delete([network, kind, subject, from]).catch(told);
    }
    for (const kind of KINDS) {
      const store = transaction.objectStore(kind);
      for (const row of plan.put[kind]) store.put(row as never).catch(told);
    }
    await transaction.done;
    return fitted;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has aborted itself.
    }
    throw error;
  }
}

const ids = (keys: readonly (readonly unknown[])[]): ReadonlySet<string> => new Set(keys.map(String));

/** A request that fails aborts the transaction, which says so once. */
const told = () => {};

const KINDS = ['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'] as const satisfies (keyof History)[];

const counts = (history: History): Record<keyof History, number> => ({
  networks: history.networks.length,
  rounds: history.rounds.length,
  raw: history.raw.length,
  days: history.days.length,
  spells: history.spells.length,
  words: history.words.length,
  calls: history.calls.length,
});
