import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { dress, type Look, paintAll, picture } from '../looks.ts';
import { axe, overflows } from '../popup/gallery.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';

/**
 * Paints the first page in every state, theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/welcome/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a state's name] [language]
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
];

/** One state in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, name: string, folder?: string): Promise<string[]> {
  const fixture = FIXTURES[name];
  if (!fixture) throw new Error(`There is no fixture ${name}.`);
  const problems: string[] = [];
  const page = await openFixture(driver, fixture);
  const session = driver.browser === 'chromium' ? await page.createCDPSession() : null;
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (!session && (look.scheme === 'dark' || look.forcedColors)) continue;
    await dress(page, session, look);
    if (folder) await picture(page, look, join(folder, `${name}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(await axe(page))];
    problems.push(...found.map((problem) => `${name} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

/** The page in a tab, painted from this fixture. */
export async function openFixture(driver: Driver, fixture: Fixture): Promise<Page> {
  const { storage } = driver;
  const { agreed = true, hosts, settings, snapshot = null, progress = null, search, press = [] } = fixture;
  // Nothing may start by itself, or come from an earlier page's check, and overwrite what is painted from.
  await driver.sendMessage('cancelCheck');
  await sleep(200);
  await storage.set('local', 'settings', { automatic: !agreed, ...settings });
  await storage.set('local', 'consent', agreed ? { agreedAt: 1, ...(hosts && { hosts }) } : null);
  await storage.set('local', 'declined', []);
  await storage.set('local', 'snapshot', snapshot);
  await storage.set('local', 'place', null);
  await storage.set('session', 'progress', progress);
  const page = await driver.openPage('welcome.html', { width: 1000, height: 800 });
  await page.waitForSelector('h1');
  if (progress) {
    // A worker that starts takes a stored round for a dead one's: let it have started.
    await driver.sendMessage('cancelCheck');
    await storage.set('session', 'progress', progress);
  }
  if (search) await page.type('.search', search);
  for (const selector of press) await page.click(selector);
  await new Promise((done) => setTimeout(done, 150));
  return page;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await paintAll('welcome', Object.keys(FIXTURES), inspect);
