import type { Driver } from '../../browser/driver.ts';
import { BLANK_PAGE } from '../../browser/extension-copy.ts';

/** Makes all that the extension has stored older: so a week of checks takes a minute. What was measured stays as it was. */
export async function age(driver: Driver, hours: number): Promise<void> {
  const page = await driver.openPage(BLANK_PAGE);
  await page.evaluate(shift, hours * 3_600_000);
  await page.close();
}

/** Runs in the page, and sees nothing out here. */
async function shift(milliseconds: number): Promise<void> {
  // What counts or measures is smaller than any time since 2001.
  const isTime = (value: unknown): value is number => typeof value === 'number' && value > 1e12;
  const older = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value, (_, one) => (isTime(one) ? one - milliseconds : one)));
  const { local } = (globalThis as unknown as { chrome: Api }).chrome.storage;
  await local.set(older(await local.get(null)));

  const opened = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'ringback')) return;
  const db = await opened(indexedDB.open('ringback'));
  for (const name of ['networks', 'rounds', 'raw', 'spells']) {
    const store = db.transaction(name, 'readwrite').objectStore(name);
    const records: unknown[] = await opened(store.getAll());
    await opened(store.clear());
    for (const record of records) await opened(store.put(older(record)));
  }
  db.close();
}

interface Api {
  readonly storage: { readonly local: { get(all: null): Promise<object>; set(items: object): Promise<void> } };
}
