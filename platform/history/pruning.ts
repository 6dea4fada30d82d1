import { DAY_MS } from '../../core/day.ts';
import { dayOf } from '../../core/history/records.ts';
import { begin, type Database, storesOf } from './database.ts';

/**
 * How long records are kept, and how many; how long rounds are, the person chooses. Spells and own words are kept for good, within their
 * bounds.
 */
export const KEPT = {
  rawDays: 14,
  days: 3 * 366,
  rounds: 20_000,
  raw: 2_000,
  networks: 300,
  spells: 10_000,
  words: 5_000,
  calls: 1_000,
} as const;

/** After a longer pause the clock may be wrong: nothing is thrown away on its word in the first round. */
const TRUSTED_PAUSE_MS = 30 * DAY_MS;

/**
 * Drops what is older than its time, once a day, and what is too much.
 *
 * @param keepDays how long rounds are kept
 */
export async function prune(db: Database, now: number, keepDays: number): Promise<void> {
  const today = dayOf(now);
  const last = await db.get('notes', 'pruned-on-day');
  if (last === today) return;
  await db.put('notes', today, 'pruned-on-day');
  if (typeof last !== 'number' || Math.abs(today - last) * DAY_MS > TRUSTED_PAUSE_MS) return;
  await bound(db, now, keepDays);
}

export async function bound(db: Database, now: number, keepDays: number): Promise<void> {
  const transaction = begin(db);
  const { networks, rounds, raw, days, spells, words, calls } = storesOf(transaction);

  /** Walks an index from its oldest entry for as long as that is too old, or one of too many. */
  async function drop(
    store: { index(name: 'at'): { openCursor(): Promise<OldestFirst | null> }; count(): Promise<number> },
    before: number,
    most: number,
  ): Promise<void> {
    let excess = (await store.count()) - most;
    for (let cursor = await store.index('at').openCursor(); cursor; cursor = await cursor.continue()) {
      if (cursor.value.at >= before && excess <= 0) return;
      await cursor.delete();
      excess--;
    }
  }

  const before = (days: number) => now - days * DAY_MS;
  await drop(rounds, before(keepDays), KEPT.rounds);
  await drop(raw, before(Math.min(keepDays, KEPT.rawDays)), KEPT.raw);
  for (let cursor = await days.index('day').openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.day >= dayOf(now) - KEPT.days) break;
    await cursor.delete();
  }

  const ended = (await spells.getAll()).filter(({ to }) => to !== null).sort((a, b) => (a.to ?? 0) - (b.to ?? 0));
  const tooManySpells = Math.max(0, (await spells.count()) - KEPT.spells);
  for (const { network, kind, subject, from } of ended.slice(0, tooManySpells)) {
    await spells.delete([network, kind, subject, from]);
  }
  const wordKeys = await words.getAllKeys();
  for (const key of wordKeys.slice(0, Math.max(0, wordKeys.length - KEPT.words))) await words.delete(key);
  const callKeys = await calls.getAllKeys();
  const tooManyCalls = callKeys.length - KEPT.calls;
  for (const [i, key] of callKeys.entries()) if (i < tooManyCalls || key[0] < before(keepDays)) await calls.delete(key);

  const unused = (await networks.getAll()).sort((a, b) => b.lastAt - a.lastAt).slice(KEPT.networks);
  for (const { key } of unused) {
    const range = IDBKeyRange.bound([key], [key, []]);
    await Promise.all([
      networks.delete(key),
      rounds.delete(range),
      raw.delete(range),
      days.delete(range),
      spells.delete(range),
    ]);
  }
  await transaction.done;
}

interface OldestFirst {
  readonly value: { readonly at: number };
  delete(): Promise<void>;
  continue(): Promise<OldestFirst | null>;
}
