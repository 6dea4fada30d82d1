import type { Page } from 'puppeteer-core';
import type { History } from '../../../core/history/records.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';

const STORES = ['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'] as const;
/** A message to the browser of several MB takes it longer than several smaller ones. */
const AT_ONCE = 2_000;

/** Replaces the history in the browser by this one. The page itself makes the database. */
export async function fill(driver: Driver, history: Partial<Record<keyof History, readonly unknown[]>>): Promise<void> {
  const page = await driver.openPage('timeline.html');
  await page.waitForSelector('main > *');
  for (const store of STORES) {
    const records = history[store] ?? [];
    await put(page, store, [], true);
    for (let at = 0; at < records.length; at += AT_ONCE) await put(page, store, records.slice(at, at + AT_ONCE), false);
  }
  await page.close();
}

const put = (page: Page, store: string, records: readonly unknown[], isFirst: boolean): Promise<void> =>
  page.evaluate(
    (store, records, isFirst) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ringback');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction(store, 'readwrite');
          if (isFirst) transaction.objectStore(store).clear();
          for (const record of records) transaction.objectStore(store).put(record);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    store,
    records as object[],
    isFirst,
  );
