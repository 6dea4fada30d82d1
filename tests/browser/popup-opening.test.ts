import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { BLANK_PAGE } from '../../scripts/browser/extension-copy.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { blockedSnapshot } from './stored.ts';

/** From the start of the navigation to the first paint with content, ms. */
const BOUND_MS = 100;
/** How much longer it may take than a page of one word, where this machine has so much else to do that nothing opens in time. */
const BOUND_RATIO = 4;
const AT_LEAST = 7;
const AT_MOST = 20;

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => driver.close());

/** Opens a page anew, and tells when it first painted content. */
async function paintedAfter(name: string, says: string): Promise<number> {
  const page = await driver.openPage(name, { width: 400, height: 600 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const { painted, text } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    text: document.body.textContent,
  }));
  expect(text).toContain(says);
  await page.close();
  return painted;
}

test(`the popup paints the stored verdict within ${BOUND_MS} ms of opening, or hardly later than any page`, async () => {
  const popup: number[] = [];
  const bare: number[] = [];
  // The quickest tells what opening costs; the others, what else this machine had to do.
  const bound = () => Math.max(BOUND_MS, BOUND_RATIO * Math.min(...bare));
  while (popup.length < AT_LEAST || (popup.length < AT_MOST && Math.min(...popup) > bound())) {
    popup.push(await paintedAfter('popup.html', 'Calls are likely blocked here'));
    bare.push(await paintedAfter(BLANK_PAGE, 'Driver'));
  }
  const shown = (times: number[]) => times.map((ms) => ms.toFixed(0)).join(', ');
  console.log(`popup painted after ${shown(popup)} ms, a page of one word after ${shown(bare)} ms`);
  expect(Math.min(...popup)).toBeLessThan(bound());
});
