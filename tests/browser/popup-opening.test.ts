import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { blockedSnapshot } from './stored.ts';

/** From the start of the navigation to the first paint with content, ms. */
const BOUND_MS = 100;
const OPENINGS = 7;

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => driver.close());

test(`the popup paints the stored verdict within ${BOUND_MS} ms of opening`, async () => {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const page = await driver.openPage('popup.html', { width: 400, height: 600 });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const { painted, text } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      text: document.body.textContent,
    }));
    expect(text).toContain('Calls are likely blocked here');
    times.push(painted);
    await page.close();
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(OPENINGS / 2)] ?? Number.NaN;
  console.log(`popup painted after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms; median ${median.toFixed(0)} ms`);
  expect(median).toBeLessThan(BOUND_MS);
});
