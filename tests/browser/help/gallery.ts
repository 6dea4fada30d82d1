import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserFamily, Driver } from '../../../scripts/browser/driver.ts';
import { launch } from '../../../scripts/browser/launch.ts';
import { axe, overflows } from '../popup/gallery.ts';

/**
 * Paints the help page at these places in every theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/help/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [language]
 */

export const PLACES = ['', 'nonsense', 'likely-blocked', 'insufficient', 'browser-restricted', 'tls.reset'] as const;

interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  readonly forcedColors?: boolean;
  readonly isPrint?: boolean;
}

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

/** The page at a place. */
export async function openHelp(driver: Driver, place: string): Promise<Page> {
  const page = await driver.openPage(`help.html#${place}`, { width: 1000, height: 800 });
  await page.waitForSelector('h1');
  return page;
}

/** One place in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, place: string, folder?: string): Promise<string[]> {
  const problems: string[] = [];
  const page = await openHelp(driver, place);
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && (look.scheme === 'dark' || look.forcedColors || look.isPrint)) continue;
    await dress(page, driver, look);
    if (folder) await picture(page, look, join(folder, `${place || 'index'}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(look.isPrint ? [] : await axe(page))];
    problems.push(...found.map((problem) => `${place || 'index'} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

async function dress(page: Page, driver: Driver, look: Look): Promise<void> {
  if (driver.browser === 'chromium') {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      media: look.isPrint ? 'print' : '',
      features: [
        { name: 'prefers-color-scheme', value: look.scheme ?? 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: look.forcedColors ? 'active' : 'none' },
      ],
    });
  }
  await page.evaluate((direction) => {
    const { documentElement } = document;
    documentElement.dataset.direction ??= documentElement.dir;
    documentElement.dir = direction ?? documentElement.dataset.direction;
  }, look.direction);
  await page.setViewport({ width: look.width, height: 800 });
}

async function picture(page: Page, look: Look, path: string): Promise<void> {
  const height = await page.evaluate(() => Math.max(400, document.documentElement.scrollHeight));
  await page.setViewport({ width: look.width, height: Math.min(height, 4000), deviceScaleFactor: 1.5 });
  await page.screenshot({ path: path as `${string}.png` });
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const [extensionDir = '.output/chrome-mv3', folder = '.cache/help', browser = 'chromium', lang] =
    process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const driver = await launch({
    browser: browser as BrowserFamily,
    extensionDir: resolve(extensionDir),
    ...(lang && { lang }),
  });
  try {
    let failed = 0;
    for (const place of PLACES) {
      const problems = await inspect(driver, place, folder);
      if (problems.length > 0) failed++;
      for (const problem of problems) console.log(problem);
    }
    console.log(`${PLACES.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await driver.close();
  }
}
