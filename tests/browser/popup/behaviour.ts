import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserFamily, Driver } from '../../../scripts/browser/driver.ts';
import { launch } from '../../../scripts/browser/launch.ts';
import { FIXTURES, type Fixture, OWN } from './fixtures.ts';
import { openFixture } from './gallery.ts';

/**
 * What the popup does, in a real browser, with the extension's own background.
 *
 *   node tests/browser/popup/behaviour.ts [built extension] [chromium|firefox]
 */

const fixture = (name: string): Fixture => FIXTURES[name] ?? assert.fail(`no fixture ${name}`);
const clear = fixture('clear');
const blocked = fixture('some-blocked');

const text = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);

/** Waits until a question to the page or the storage has the wanted answer. */
async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return;
    if (Date.now() > deadline) assert.fail(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** Takes the page's commands in the background's place: no check starts. Resolves to a way to ask for their names. */
async function interceptCommands(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { sent: string[]; chrome: { runtime: { sendMessage: unknown } } };
    scope.sent = [];
    scope.chrome.runtime.sendMessage = (message: { type: string }, answer: (reply: object) => void) => {
      scope.sent.push(message.type);
      answer({ res: undefined });
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);
}

/** Copies the report, and gives it back. */
async function copiedReport(page: Page): Promise<string> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      (globalThis as unknown as { copied: string }).copied = text;
    };
  });
  await page.click('.footer button');
  await eventually(
    () => text(page, '.footer [role=status]'),
    (said) => said === 'Report copied',
    'confirmation',
  );
  return page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
}

/** The page at this path, once it is there: Firefox never tells its address. */
async function opened(browser: Browser, path: string): Promise<Page> {
  let found: Page | undefined;
  const isIt = (path: string) => location.pathname === path && document.querySelector('h1') !== null;
  await eventually(
    async () => {
      for (const page of await browser.pages()) if (await page.evaluate(isIt, path).catch(() => false)) found = page;
      return found;
    },
    (page) => page !== undefined,
    path,
  );
  return found ?? assert.fail();
}

type Check = (driver: Driver) => Promise<void>;

const CHECKS: Readonly<Record<string, Check>> = {
  async 'before the person agrees nothing is shown but one button, which opens the first page'(driver) {
    const page = await openFixture(driver, { ...clear, agreed: false });
    assert.equal(await page.$('.services, .header, .footer'), null);
    assert.equal((await page.$$('button')).length, 1);
    await page.click('.button-main');
    const first = await opened(page.browser(), '/welcome.html');
    assert.equal(await text(first, '.agree .button-main'), 'Agree and check');
    await first.close();
  },

  async 'once the person has agreed on the first page, the popup goes on'(driver) {
    const page = await openFixture(driver, { ...clear, agreed: false });
    await driver.storage.set('local', 'consent', { agreedAt: 1 });
    await page.waitForSelector('.header');
  },

  async 'hosts that are new are named, and allowed by a click'(driver) {
    const page = await openFixture(driver, fixture('new-hosts'));
    assert.match(
      (await text(page, '.notice')) ?? '',
      /would now also contact \d+ addresses, for .*WhatsApp.*control servers/,
    );
    const sent = await interceptCommands(page);
    await page.click('.notice .button');
    assert.deepEqual(await sent(), ['agree', 'checkNow']);
  },

  async '“not now” puts them away until there are others'(driver) {
    const page = await openFixture(driver, fixture('new-hosts'));
    const notice = () => page.$('.notice');
    await page.click('.notice .button + .button');
    await eventually(notice, (shown) => shown === null, 'the notice');
    const settings = await driver.storage.get<object>('local', 'settings');
    await driver.storage.set('local', 'settings', { ...settings, services: ['whatsapp', 'signal', 'zoom'] });
    await page.waitForSelector('.notice');
    assert.match((await text(page, '.notice')) ?? '', /Zoom/);
  },

  async 'the settings have a page of their own'(driver) {
    const page = await openFixture(driver, clear);
    await page.evaluate(() => {
      const scope = globalThis as unknown as { asked: number; chrome: { runtime: object } };
      scope.asked = 0;
      Object.assign(scope.chrome.runtime, {
        async openOptionsPage() {
          scope.asked += 1;
        },
      });
    });
    await page.click('.button-bare');
    assert.equal(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked), 1);
  },

  async 'a round under way shows its real progress, and one that has expired does not show at all'(driver) {
    const progress = fixture('checking-old-answer').progress ?? assert.fail();
    const page = await openFixture(driver, { ...clear, progress });
    await page.waitForSelector('[role=progressbar][aria-valuenow="38"][aria-valuemax="64"]');
    assert.equal(await text(page, '.header .button'), 'Cancel');
    await driver.storage.set('session', 'progress', { ...progress, done: 50, expiresAt: Date.now() + 1_500 });
    await page.waitForSelector('[role=progressbar][aria-valuenow="50"]');
    await eventually(
      () => page.$('[role=progressbar]'),
      (bar) => bar === null,
      'an expired round',
    );
    assert.equal(await text(page, '.header .button'), 'Check now');
  },

  async 'rows change as a round hears about them, and the verdict waits for its end'(driver) {
    const { progress } = fixture('checking-old-answer');
    const page = await openFixture(driver, { ...clear, ...(progress && { progress }) });
    await eventually(
      () => text(page, '.services'),
      (list) => list?.includes('Calls likely blocked') ?? false,
      'the row',
    );
    assert.equal(await text(page, 'h1'), 'No sign of call blocking here');
  },

  async 'a new verdict is announced once, and the same verdict again is not'(driver) {
    const page = await openFixture(driver, clear);
    const status = '.visually-hidden[role=status]';
    assert.equal(await text(page, status), '');
    await page.evaluate((status) => {
      const scope = globalThis as unknown as { changes: number };
      scope.changes = 0;
      const node = document.querySelector(status);
      if (!node) throw new Error('no live region');
      new MutationObserver(() => {
        scope.changes += 1;
      }).observe(node, { childList: true, characterData: true, subtree: true });
    }, status);
    await driver.storage.set('local', 'snapshot', blocked.snapshot);
    await eventually(
      () => text(page, status),
      (said) => said === 'Some calls are likely blocked here',
      'announcement',
    );
    await driver.storage.set('local', 'snapshot', { ...blocked.snapshot, takenAt: Date.now() });
    await eventually(
      () => text(page, '.network'),
      (line) => line?.includes('just now') ?? false,
      'the new snapshot',
    );
    assert.equal(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes), 1);
  },

  async 'everything can be reached and opened by keyboard'(driver) {
    const page = await openFixture(driver, blocked);
    const reached: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        const box = element?.getBoundingClientRect();
        if (!element || element === document.body || !box) return '';
        const outline = getComputedStyle(element).outlineStyle;
        if (outline === 'none') throw new Error(`no focus ring on ${element.outerHTML.slice(0, 80)}`);
        if (Math.min(box.width, box.height) < 24) throw new Error(`small target ${element.outerHTML.slice(0, 80)}`);
        return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      });
      if (name === '' || reached.includes(name)) break;
      reached.push(name);
    }
    for (const wanted of ['Check now', 'Settings', 'What you can do', 'Copy report', 'Explain how it is blocked']) {
      assert.ok(reached.includes(wanted), `${wanted} is not among ${reached.join(' | ')}`);
    }
  },

  async 'a service opens to its evidence by keyboard'(driver) {
    const page = await openFixture(driver, blocked);
    await page.focus('.service summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.evidence .server');
  },

  async 'evidence says whose silence is not counted, and how to settle it'(driver) {
    const page = await openFixture(driver, fixture('insufficient-unearned'));
    const row = await page.evaluateHandle(() =>
      [...document.querySelectorAll('.service')].find((row) => row.textContent?.includes('WhatsApp')),
    );
    await row.asElement()?.evaluate((row) => (row as Element).querySelector('summary')?.click());
    await eventually(
      () => row.asElement()?.evaluate((row) => (row as Element).textContent) ?? Promise.resolve(null),
      (text) => /silence not counted/.test(text ?? '') && /another network, a VPN/.test(text ?? ''),
      'the evidence',
    );
  },

  async 'the report is copied, says so, and holds no fingerprint of the network'(driver) {
    const copied = await copiedReport(await openFixture(driver, blocked));
    assert.match(copied, /Some calls are likely blocked here/);
    assert.match(copied, /WhatsApp: Calls likely blocked \/ Messages get through/);
    assert.doesNotMatch(copied, /f1f1f1f1|a1b2c3/);
  },

  async 'the person’s own servers are listed under their names, and are in no report'(driver) {
    const page = await openFixture(driver, fixture('own-servers'));
    const names = () => page.$$eval('.service-name', (all) => all.map((name) => name.textContent));
    await eventually(names, (names) => names.includes('\u2068Asterisk at the office\u2069'), 'a server that waits');
    assert.ok((await names()).includes('\u2068خادم العائلة\u2069'));
    const [first, second] = OWN.servers;
    await driver.storage.set('local', 'own', { ...OWN, servers: [{ ...first, name: 'Renamed' }, second] });
    await eventually(names, (names) => names.includes('\u2068Renamed\u2069'), 'its new name');
    assert.doesNotMatch(await copiedReport(page), /Renamed|own-0|family\.example/);
  },

  async 'what is stored is shown as text'(driver) {
    const snapshot = structuredClone(blocked.snapshot) as unknown as { services: { evidence: { url: string }[] }[] };
    const first = snapshot.services[0]?.evidence[0] ?? assert.fail();
    first.url = 'https://<img src=x onerror=document.title=1>/';
    const page = await openFixture(driver, { snapshot: snapshot as never });
    await page.evaluate(() => {
      for (const summary of document.querySelectorAll<HTMLElement>('.service summary')) summary.click();
    });
    await eventually(
      () => text(page, '.services'),
      (list) => list?.includes('<img src=x') ?? false,
      'the address',
    );
    assert.equal(await page.$('.address img'), null);
  },

  async 'a background that does not answer is told, with a way to try again'(driver) {
    const page = await openFixture(driver, fixture('no-background'));
    await page.waitForSelector('.notice[role=alert]');
    const sent = await interceptCommands(page);
    await page.click('.notice .button');
    assert.deepEqual(await sent(), ['checkNow']);
    await eventually(
      () => page.$('.notice'),
      (notice) => notice === null,
      'the notice',
    );
  },

  async 'an answer that can not be read leaves the popup usable'(driver) {
    const unknown = await openFixture(driver, fixture('corrupt-snapshot'));
    assert.equal(await text(unknown, 'h1'), 'Not checked yet');
    const damaged = await openFixture(driver, fixture('damaged-snapshot'));
    await damaged.waitForSelector('main .card .button');
  },
};

/** Firefox alone can be told to answer permission requests; headless Chromium never does. */
const PERMISSION_CHECKS: Readonly<Record<string, Check>> = {
  async 'explain is granted by a click, and given back by another'(driver) {
    const page = await openFixture(driver, fixture('some-blocked-explain'));
    await page.click('main > .disclosure:last-of-type .button');
    await eventually(
      () => text(page, 'main > .disclosure:last-of-type .button'),
      (t) => t === 'Give it back',
      'the grant',
    );
    await page.click('main > .disclosure:last-of-type .button');
    await eventually(
      () => text(page, 'main > .disclosure:last-of-type [role=status]'),
      (said) => said === 'Permission given back.',
      'the return',
    );
  },
};

/** What this browser can be asked to show. */
export const checksFor = (browser: BrowserFamily): Readonly<Record<string, Check>> =>
  browser === 'firefox' ? { ...CHECKS, ...PERMISSION_CHECKS } : CHECKS;

/** Every check, with the reason where it failed. */
export async function behaviour(driver: Driver): Promise<{ name: string; error: unknown }[]> {
  const results: { name: string; error: unknown }[] = [];
  for (const [name, check] of Object.entries(checksFor(driver.browser))) {
    const error = await check(driver).then(
      () => null,
      (error: unknown) => error ?? new Error('failed'),
    );
    results.push({ name, error });
  }
  return results;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const [extensionDir = '.output/chrome-mv3', browser = 'chromium'] = process.argv.slice(2);
  const driver = await launch({ browser: browser as BrowserFamily, extensionDir: resolve(extensionDir) });
  try {
    const results = await behaviour(driver);
    for (const { name, error } of results) {
      console.log(
        error === null ? `ok    ${name}` : `FAIL  ${name}\n      ${error instanceof Error ? error.message : error}`,
      );
    }
    const failed = results.filter(({ error }) => error !== null).length;
    console.log(`${results.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await driver.close();
  }
}
