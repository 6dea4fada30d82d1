import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { dress, type Look, paintAll, picture } from '../looks.ts';
import { axe, overflows } from '../popup/gallery.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';

/**
 * Paints the page "In context" in every state, theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/context/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a fixture's name] [language]
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

/** The page in a tab, painted from this fixture. */
export async function openContext(driver: Driver, { place = null, hash = '', opinion }: Fixture = {}): Promise<Page> {
  await driver.storage.set('local', 'place', place);
  await driver.storage.set('local', 'opinion', opinion ?? null);
  const page = await driver.openPage(`context.html${hash}`, { width: 1000, height: 800 });
  await page.waitForSelector('[data-section="facts"]');
  if (opinion) await page.waitForSelector('[data-opinion]:not([data-opinion="none"])');
  return page;
}

/** One fixture in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, name: string, folder?: string): Promise<string[]> {
  const problems: string[] = [];
  const page = await openContext(driver, FIXTURES[name]);
  const session = driver.browser === 'chromium' ? await page.createCDPSession() : null;
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && (look.scheme === 'dark' || look.forcedColors || look.isPrint)) continue;
    await dress(page, session, look);
    if (folder) await picture(page, look, join(folder, `${name}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(look.isPrint ? [] : await axe(page))];
    problems.push(...found.map((problem) => `${name} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await paintAll('context', Object.keys(FIXTURES), inspect);
