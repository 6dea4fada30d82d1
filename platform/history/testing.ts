import type { History } from '../../core/history/records.ts';
import { closeHistory, DATABASE, openHistory } from './database.ts';

/** A database for one test, with these records in it. Used by tests only. */
export async function fillHistory(history: Partial<History> = {}): Promise<void> {
  await closeHistory();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const db = await openHistory();
  for (const store of ['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'] as const) {
    const transaction = db.transaction(store, 'readwrite');
    for (const record of history[store] ?? []) void transaction.store.put(record as never);
    await transaction.done;
  }
}
