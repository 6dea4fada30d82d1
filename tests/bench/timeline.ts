import { RANGES } from '../../core/history/ranges.ts';
import { simulatedYear } from '../../core/history/testing-year.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';
import type { BrowserFamily } from '../../scripts/setup/browsers.mjs';
import { fill } from '../browser/timeline/fill.ts';
import { bound, heading, line, median, ms } from './table.ts';

const OPENINGS = 9;
const BOUND_MS = 200;

/** The first paint with content, as the browser itself tells: the page paints nothing before the strips of the first network. */
export async function timeline(browser: BrowserFamily) {
  heading(`Timeline of a year, from navigation to painted, ${browser}: quickest, median of ${OPENINGS}`);
  const measured: { range: string; quickestMs: number; medianMs: number }[] = [];
  const driver = await launch({ browser, extensionDir: outputDir(targetOf(browser)) });
  try {
    await fill(driver, simulatedYear(Date.now()));
    for (const range of RANGES) {
      const times: number[] = [];
      while (times.length < OPENINGS) {
        const page = await driver.openPage('timeline.html', { width: 1000, height: 800 });
        // The page takes its range from the address; a new address of the same page is not loaded anew.
        await page.evaluate((range) => {
          location.hash = range;
          location.reload();
        }, range);
        await page.waitForSelector(`.ranges input[value=${range}]:checked`);
        await page.waitForSelector('.strip');
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        times.push(
          await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
        );
        await page.close();
      }
      const row = { range, quickestMs: Math.min(...times), medianMs: median(times) };
      measured.push(row);
      line(range, ms(row.quickestMs), ms(row.medianMs), ` ${BOUND_MS} ms: ${bound(row.quickestMs, BOUND_MS)}`);
    }
  } finally {
    await driver.close();
  }
  return measured;
}
