import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { PARTS, type Part } from '../../../components/options/model.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { fetched } from '../edition/editions.ts';
import { dress, type Look, paintAll, picture } from '../looks.ts';
import { axe, overflows } from '../popup/gallery.ts';

/**
 * Paints every part of the options page in every theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/options/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a fixture's name] [language]
 */

interface OptionsLook extends Look {
  /** Colours, directions and widths are independent of each other: three looks show axe all of them. */
  readonly hasAxe?: true;
}

const LOOKS: readonly OptionsLook[] = [
  { name: 'light', width: 1000, hasAxe: true },
  { name: 'dark', width: 1000, scheme: 'dark' },
  { name: 'rtl', width: 1000, direction: 'rtl' },
  { name: 'phone', width: 360 },
  { name: 'narrow', width: 320, scheme: 'dark', direction: 'rtl', hasAxe: true },
  // A window of 1000 px at 200 %.
  { name: 'zoomed', width: 500 },
  { name: 'forced', width: 1000, forcedColors: true, hasAxe: true },
];

export interface Fixture {
  readonly part: Part;
  readonly stored?: Readonly<Record<string, unknown>>;
  /** What is pressed, one after the other. */
  readonly press?: readonly string[];
  /** The background does not answer. */
  readonly isDead?: boolean;
}

const AT = Date.UTC(2026, 10, 22, 8);
const COMPLAINTS = [
  { at: AT, where: 'round failed', message: 'TypeError: Cannot read properties of undefined (reading …)' },
  { at: AT + 60_000, where: 'not filed', message: 'QuotaExceededError: the disk is full' },
];
const FEED = {
  triedAt: AT,
  tries: ['unreachable', 'bad-signature', null].map((problem, i) => ({
    mirror: `https://catalogue-${'abc'[i]}.ringback.example/feed.json`,
    problem,
  })),
};
const QUIET = { notifications: true, quietHours: [22 * 60, 7 * 60] };

/** Every part as it is at first, and what may stand in it besides. */
export const FIXTURES: Readonly<Record<string, Fixture>> = {
  ...Object.fromEntries(PARTS.map((part) => [part, { part }])),
  'services-new-hosts': {
    part: 'services',
    stored: { consent: { agreedAt: 1, hosts: [] }, settings: { services: ['signal'] } },
    press: ['.group .choice input', '.services details summary'],
  },
  'services-none': { part: 'services', stored: { settings: { services: [] } } },
  'checks-by-hand': { part: 'checks', stored: { settings: { automatic: false, confirmations: 0 } } },
  'notifications-quiet': { part: 'notifications', stored: { settings: QUIET } },
  'explain-hosts': { part: 'explain', press: ['.disclosure summary'] },
  'history-delete': { part: 'history', press: ['.forget .button'] },
  'diagnostics-errors': { part: 'diagnostics', stored: { complaints: COMPLAINTS } },
  'diagnostics-feed': { part: 'diagnostics', stored: { edition: fetched(), feed: FEED } },
  'checks-updates': {
    part: 'checks',
    stored: { consent: { agreedAt: 1, hosts: [] }, settings: { updates: false } },
    press: ['.part div .switch input'],
  },
  dead: { part: 'checks', isDead: true },
};

const sessions = new WeakMap<Page, CDPSession>();

/** The page in a tab, on one of its parts. */
export async function openOptions(driver: Driver, { part, stored = {}, press = [], isDead }: Fixture): Promise<Page> {
  // Nothing may start by itself.
  const settings = { automatic: false, ...Object(stored.settings) };
  const all = { consent: { agreedAt: 1 }, complaints: [], edition: null, feed: null, ...stored, settings };
  for (const [key, value] of Object.entries(all)) await driver.storage.set('local', key, value);
  const page = await driver.openPage('options.html', { width: 1000, height: 800 });
  if (driver.browser === 'chromium') sessions.set(page, await page.createCDPSession());
  await turnTo(page, part);
  if (part === 'diagnostics') await page.waitForSelector('.findings div');
  if (isDead) await silence(page);
  for (const selector of press) {
    await page.waitForSelector(selector);
    await page.click(selector);
  }
  await new Promise((done) => setTimeout(done, 150));
  return page;
}

/** Another part of the page, as its address says. */
export async function turnTo(page: Page, part: Part): Promise<void> {
  await page.waitForSelector('.part');
  await page.evaluate((part) => {
    location.hash = part;
  }, part);
  await page.waitForSelector(`nav a[aria-current][href="#${part}"]`);
}

/** From now on nobody answers this page, as after a crash of the background. */
export async function silence(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } };
    chrome.runtime.sendMessage = () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
  });
  await page.click('.switch input');
  await page.waitForSelector('.notice');
}

/** One fixture in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, name: string, folder?: string): Promise<string[]> {
  const fixture = FIXTURES[name];
  if (!fixture) throw new Error(`There is no fixture ${name}.`);
  const problems: string[] = [];
  const page = await openOptions(driver, fixture);
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && look.forcedColors) continue;
    await dress(page, sessions.get(page), look);
    if (folder) await picture(page, look, join(folder, `${name}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(look.hasAxe || folder ? await axe(page) : [])];
    problems.push(...found.map((problem) => `${name} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await paintAll('options', Object.keys(FIXTURES), inspect);
