import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { CELLS, type Range } from '../../../core/history/ranges.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { type Look, paintAll, picture, dress as put } from '../looks.ts';
import { axe, overflows } from '../popup/gallery.ts';
import { fill } from './fill.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';

/**
 * Paints the timeline with every history, in every theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/timeline/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a fixture's name] [language]
 */

const LOOKS: readonly Look[] = [
  { name: 'light', width: 1000 },
  { name: 'dark', width: 1000, scheme: 'dark' },
  { name: 'rtl', width: 1000, direction: 'rtl' },
  { name: 'phone', width: 360 },
  { name: 'narrow', width: 320, scheme: 'dark', direction: 'rtl' },
  // A window of 1000 px at 200 %.
  { name: 'zoomed', width: 500 },
  { name: 'forced', width: 1000, forcedColors: true },
  { name: 'print', width: 720, isPrint: true, scheme: 'dark' },
];

/** One fixture in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, name: string, folder?: string): Promise<string[]> {
  const fixture = FIXTURES[name];
  if (!fixture) throw new Error(`There is no fixture ${name}.`);
  const problems: string[] = [];
  const page = await openFixture(driver, fixture);
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && (look.scheme === 'dark' || look.forcedColors || look.isPrint)) continue;
    await dress(page, look);
    if (folder) await picture(page, look, join(folder, `${name}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(look.isPrint ? [] : await axe(page))];
    problems.push(...found.map((problem) => `${name} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

const sessions = new WeakMap<Page, CDPSession>();
/** What each browser holds. */
const filled = new WeakMap<Driver, unknown>();

/** The timeline in a tab, painted from this fixture. */
export async function openFixture(driver: Driver, fixture: Fixture): Promise<Page> {
  if (filled.get(driver) !== fixture.history) await fill(driver, fixture.history);
  filled.set(driver, fixture.history);
  await driver.storage.set('local', 'own', fixture.own ?? null);
  await driver.storage.set('local', 'tariff', fixture.tariff ?? null);
  const page = await openTimeline(driver, fixture.range);
  for (const selector of fixture.press ?? []) await press(page, selector);
  await new Promise((done) => setTimeout(done, 150));
  return page;
}

/** The page, once every network has been read. */
export async function openTimeline(driver: Driver, range: Range = 'week'): Promise<Page> {
  const page = await driver.openPage('timeline.html', { width: 1000, height: 800 });
  if (driver.browser === 'chromium') sessions.set(page, await page.createCDPSession());
  await isRead(page);
  if (range !== 'week') {
    await page.click(`.ranges input[value=${range}]`);
    await page.waitForSelector(`.strip[aria-valuemax="${CELLS[range]}"]`);
    await isRead(page);
  }
  return page;
}

/** Presses what is there, or will be in a moment. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector);
}

const isRead = (page: Page) =>
  page.waitForFunction(() => {
    const entries = [...document.querySelectorAll('.entry')];
    const cells = new Set([...document.querySelectorAll('.strip')].map((strip) => strip.ariaValueMax));
    const isWhole = entries.length > 0 && entries.every((entry) => entry.children.length > 1) && cells.size < 2;
    return document.querySelector('.card') !== null || isWhole;
  });

/** Dresses a page that was opened here. */
export const dress = (page: Page, look: Omit<Look, 'name'>): Promise<void> => put(page, sessions.get(page), look);

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await paintAll('timeline', Object.keys(FIXTURES), inspect);
