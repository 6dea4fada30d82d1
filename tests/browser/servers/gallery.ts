import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { CallProgress, CallStage } from '../../../core/call/call.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { dress, type Look, paintAll, picture } from '../looks.ts';
import { axe, overflows } from '../popup/gallery.ts';
import { fill } from '../timeline/fill.ts';
import { FIXTURES, type Fixture, HEARD, snapshot } from './fixtures.ts';

/**
 * Paints the page for own servers in every state, theme, direction and width, runs axe on each, and keeps the pictures for eyes.
 *
 *   node tests/browser/servers/gallery.ts [built extension] [folder for pictures] [chromium|firefox] [part of a fixture's name] [language]
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

const sessions = new WeakMap<Page, CDPSession>();

/** The page in a tab, painted from this fixture. */
export async function openServers(driver: Driver, fixture: Fixture = {}, hash = ''): Promise<Page> {
  const { storage } = driver;
  // Nothing may start by itself.
  await storage.set('local', 'settings', { automatic: false });
  await storage.set('local', 'consent', fixture.isAgreed === false ? null : { agreedAt: 1, hosts: [] });
  await storage.set('local', 'snapshot', snapshot());
  await storage.set('local', 'own', { schemaVersion: 1, servers: fixture.servers ?? [], former: {} });
  if (fixture.calls) await fill(driver, { calls: fixture.calls });
  const page = await driver.openPage(`servers.html${hash}`, { width: 1000, height: 800 });
  if (driver.browser === 'chromium') sessions.set(page, await page.createCDPSession());
  await page.waitForSelector('main');
  if (fixture.stage) await holdCallAt(page, fixture.stage);
  await fixture.act?.(page);
  await new Promise((done) => setTimeout(done, 250));
  return page;
}

/** In place of the hidden page: a call that comes as far as this and no further. */
async function holdCallAt(page: Page, stage: CallStage): Promise<void> {
  const progress: CallProgress = { transport: 'tcp', stage, share: 0.4, seconds: stage === 'media' ? HEARD : [] };
  await page.evaluate((progress) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { connect: unknown } } };
    chrome.runtime.connect = ({ name }: { name: string }) => {
      const port = {
        name,
        onDisconnect: { addListener() {}, removeListener() {} },
        onMessage: {
          addListener(heard: (message: unknown) => void) {
            const tell = () => heard(name === 'call' ? { progress } : 'lent');
            setTimeout(() => heard('ready'));
            setInterval(tell, 100);
          },
          removeListener() {},
        },
        postMessage() {},
        disconnect() {},
      };
      return port;
    };
  }, progress);
}

/** One fixture in every look that this browser can be put into: one line a problem. */
export async function inspect(driver: Driver, name: string, folder?: string): Promise<string[]> {
  const fixture = FIXTURES[name];
  if (!fixture) throw new Error(`There is no fixture ${name}.`);
  // In Firefox the page makes the call itself: nobody can hold it.
  if (fixture.stage && driver.browser === 'firefox') return [];
  const problems: string[] = [];
  const page = await openServers(driver, fixture);
  for (const look of LOOKS) {
    // WebDriver BiDi has no handle on media features.
    if (driver.browser === 'firefox' && (look.scheme === 'dark' || look.forcedColors)) continue;
    await dress(page, sessions.get(page), look);
    if (folder) await picture(page, look, join(folder, `${name}.${look.name}.png`));
    const found = [...(await overflows(page)), ...(await axe(page))];
    problems.push(...found.map((problem) => `${name} (${look.name}): ${problem}`));
  }
  await page.close();
  return problems;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await paintAll('servers', Object.keys(FIXTURES), inspect);
