import type { History } from '../../../core/history/records.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';

/** Everything in the browser's own database, as it lies there. */
export async function storedHistory(driver: Driver): Promise<History> {
  const page = await driver.openPage('blank-for-driver.html');
  const stored = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('ringback'));
    const names = [...db.objectStoreNames];
    if (names.length === 0) return {};
    const transaction = db.transaction(names);
    const rows = await Promise.all(names.map((name) => asked(transaction.objectStore(name).getAll())));
    db.close();
    return Object.fromEntries(names.map((name, i) => [name, rows[i]]));
  });
  await page.close();
  return { networks: [], rounds: [], raw: [], days: [], spells: [], words: [], calls: [], ...stored } as History;
}
