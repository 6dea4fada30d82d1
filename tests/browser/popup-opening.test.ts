import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { blockedSnapshot } from './stored.ts';

/** From the start of the navigation to the first paint with content, ms. */
const BOUND_MS = 100;
const AT_LEAST = 7;
const AT_MOST = 30;

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => driver.close());

/** Opens the popup anew, and tells when it first painted content. */
async function paintedAfter(): Promise<number> {
  const page = await driver.openPage('popup.html', { width: 400, height: 600 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const { painted, text } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    text: document.body.textContent,
  }));
  expect(text).toContain('Calls are likely blocked here');
  await page.close();
  return painted;
}

test(`the popup paints the stored verdict within ${BOUND_MS} ms of opening`, async () => {
  const times: number[] = [];
  // The quickest tells what opening costs; the others, what else this machine had to do.
  while (times.length < AT_LEAST || (times.length < AT_MOST && Math.min(...times) > BOUND_MS)) {
    times.push(await paintedAfter());
  }
  console.log(`popup painted after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(BOUND_MS);
});
