import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserFamily, Driver } from '../../../scripts/browser/driver.ts';
import { launch } from '../../../scripts/browser/launch.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';

/**
 * Paints the popup in every state, theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/popup/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a state's name] [language]
 */

interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  readonly isPhone?: boolean;
  readonly forcedColors?: boolean;
}

const LOOKS: readonly Look[] = [
  { name: 'light', width: 360 },
  { name: 'dark', width: 360, scheme: 'dark' },
  { name: 'rtl', width: 360, direction: 'rtl' },
  { name: 'phone', width: 412, isPhone: true, scheme: 'dark' },
  { name: 'narrow', width: 320, isPhone: true },
  { name: 'forced', width: 360, forcedColors: true },
];

export interface GalleryResult {
  readonly state: string;
  readonly look: string;
  /** One line a violation; empty when all is well. */
  readonly problems: readonly string[];
}

/** Every fixture in every look. `folder`: where pictures go; without it none are taken. */
export async function gallery(
  driver: Driver,
  options: { folder?: string; filter?: string } = {},
): Promise<GalleryResult[]> {
  const results: GalleryResult[] = [];
  for (const state of Object.keys(FIXTURES)) {
    if (!options.filter || state.includes(options.filter))
      results.push(...(await inspect(driver, state, options.folder)));
  }
  return results;
}

/** One fixture in every look that this browser can be put into. */
export async function inspect(driver: Driver, state: string, folder?: string): Promise<GalleryResult[]> {
  const fixture = FIXTURES[state];
  if (!fixture) throw new Error(`There is no fixture ${state}.`);
  const results: GalleryResult[] = [];
  const page = await openFixture(driver, fixture);
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && (look.scheme === 'dark' || look.forcedColors)) continue;
    await dress(page, look);
    if (folder) await picture(page, look, join(folder, `${state}.${look.name}.png`));
    results.push({ state, look: look.name, problems: [...(await overflows(page)), ...(await axe(page))] });
  }
  await page.close();
  return results;
}

const sessions = new WeakMap<Page, CDPSession>();

/** The popup in a tab, painted from this fixture. */
export async function openFixture(driver: Driver, fixture: Fixture): Promise<Page> {
  const { storage } = driver;
  // Nothing may start by itself and overwrite what is painted from.
  const settings = { services: null, automatic: false, intervalMinutes: 30, badge: true, notifications: false };
  await storage.set('local', 'settings', { ...settings, ...fixture.settings });
  const { hosts } = fixture;
  await storage.set('local', 'consent', fixture.agreed === false ? null : { agreedAt: 1, ...(hosts && { hosts }) });
  await storage.set('local', 'declined', []);
  await storage.set('local', 'own', fixture.own ?? null);
  await storage.set('local', 'snapshot', fixture.snapshot ?? null);
  await storage.set('local', 'place', fixture.place ?? null);
  await storage.set('session', 'progress', fixture.progress ?? null);
  const page = await driver.openPage('popup.html', { width: 360, height: 600 });
  if (driver.browser === 'chromium') sessions.set(page, await page.createCDPSession());
  await page.waitForSelector('h1, h2');
  // A worker that starts takes a stored round for a dead one's.
  if (fixture.progress) await storage.set('session', 'progress', fixture.progress);
  if (fixture.mute) await muteBackground(page);
  for (const selector of fixture.press ?? []) await page.click(selector);
  await new Promise((done) => setTimeout(done, 150));
  return page;
}

async function muteBackground(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } };
    chrome.runtime.sendMessage = () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
  });
  await page.click('.header .button');
}

async function dress(page: Page, look: Look): Promise<void> {
  // Puppeteer's own call knows no forced colours. The session must stay open: what it emulates ends with it.
  await sessions.get(page)?.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look.scheme ?? 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look.forcedColors ? 'active' : 'none' },
    ],
  });
  await page.evaluate(
    (direction, isPhone) => {
      const { documentElement } = document;
      documentElement.dataset.direction ??= documentElement.dir;
      documentElement.dir = direction ?? documentElement.dataset.direction;
      documentElement.classList.toggle('is-phone', isPhone);
    },
    look.direction,
    look.isPhone ?? false,
  );
  await page.setViewport({ width: look.width, height: 600 });
}

async function picture(page: Page, look: Look, path: string): Promise<void> {
  const height = await page.evaluate(() => Math.max(600, document.documentElement.scrollHeight));
  await page.setViewport({ width: look.width, height: Math.min(height, 4000), deviceScaleFactor: 2 });
  await page.screenshot({ path: path as `${string}.png` });
}

/** Nothing may stick out sideways. */
export const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px stick out sideways`] : [];
  });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, with WCAG 2.2 AA and best practices. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${AXE} }`);
  return page.evaluate(async () => {
    interface Violation {
      id: string;
      help: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(o: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
      ),
    );
  });
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const [extensionDir = '.output/chrome-mv3', folder = '.cache/popup', browser = 'chromium', filter, lang] =
    process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const driver = await launch({
    browser: browser as BrowserFamily,
    extensionDir: resolve(extensionDir),
    ...(lang && { lang }),
  });
  try {
    const results = await gallery(driver, { folder, ...(filter && { filter }) });
    const failed = results.filter(({ problems }) => problems.length > 0);
    for (const { state, look, problems } of failed)
      for (const problem of problems) console.log(`${state} (${look}): ${problem}`);
    console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
    process.exitCode = failed.length > 0 ? 1 : 0;
  } finally {
    await driver.close();
  }
}
