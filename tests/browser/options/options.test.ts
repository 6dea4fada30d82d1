import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { eventually } from '../until.ts';
import { openOptions, silence } from './gallery.ts';

let driver: Driver;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-options-'));
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await driver.close();
});

const open = async (part: Parameters<typeof openOptions>[1]['part'], stored: Record<string, unknown> = {}) => {
  page = await openOptions(driver, { part, stored });
};
const text = (selector: string) => page.$eval(selector, (element) => element.textContent);
const settings = () => driver.storage.get<Record<string, unknown>>('local', 'settings');
const setting = async (name: string) => (await settings())?.[name];
/** The control with this label. */
async function control(label: string): Promise<ElementHandle<HTMLInputElement>> {
  const found = await page.evaluateHandle(
    (label) =>
      [...document.querySelectorAll('input, select, button, summary, a')].find((element) =>
        [element.closest('label'), ...((element as HTMLInputElement).labels ?? []), element].some((named) =>
          (named?.getAttribute('aria-label') ?? named?.textContent ?? '').startsWith(label),
        ),
      ),
    label,
  );
  const element = found.asElement();
  if (!element) throw new Error(`nothing is labelled “${label}”`);
  return element as ElementHandle<HTMLInputElement>;
}
const press = async (label: string) => (await control(label)).click();

describe('a change holds at once', () => {
  test('the badge goes with its switch, and comes back', async () => {
    await driver.storage.set('local', 'snapshot', blockedSnapshot());
    await open('look');
    await eventually(() => driver.badgeText()).toBe('✕');
    await press('Answer on the toolbar button');
    await eventually(() => driver.badgeText()).toBe('');
    expect(await setting('badge')).toBe(false);
    await press('Answer on the toolbar button');
    await eventually(() => driver.badgeText()).toBe('✕');
    await driver.storage.set('local', 'snapshot', null);
  });

  test('another interval moves the next check, and the page says what it costs', async () => {
    await open('checks', { settings: { automatic: true, intervalMinutes: 30 }, consent: null });
    const due = () =>
      page.evaluate(async () => {
        const scope = globalThis as unknown as Record<
          'browser' | 'chrome',
          { alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> } }
        >;
        const alarm = await (scope.browser ?? scope.chrome).alarms.get('check');
        return alarm ? Math.round((alarm.scheduledTime - Date.now()) / 60_000) : null;
      });
    await page.select('select', '240');
    await eventually(due).toBeGreaterThan(180);
    expect(await text('.pick .quiet')).toMatch(/About 0\.3 MB a day/);
    await press('Check by itself');
    await eventually(due).toBeNull();
  });

  test('colours change here, and on the pages that are open', async () => {
    const other = await driver.openPage('options.html');
    await other.waitForSelector('.part');
    await open('look');
    await press('Dark');
    for (const one of [page, other]) {
      await eventually(() => one.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    }
    await other.close();
  });

  test('what is chosen elsewhere shows here', async () => {
    await open('look');
    await driver.sendMessage('saveSettings', { badge: false });
    await eventually(() => page.$eval('.switch input', (input) => input.ariaChecked)).toBe('false');
  });
});

describe('services', () => {
  const AGREED = { consent: { agreedAt: 1, hosts: [] }, settings: { services: ['signal'] } };
  const consent = () => driver.storage.get<{ hosts: string[] }>('local', 'consent');

  test('one that brings new addresses is chosen only after they were shown and agreed to', async () => {
    await open('services', AGREED);
    await press('Zoom');
    await page.waitForSelector('.panel');
    expect(await text('.panel')).toContain('zoom.us');
    expect(await setting('services')).toEqual(['signal']);
    await press('Don’t');
    expect(await page.$('.panel')).toBeNull();
    expect((await consent())?.hosts).toEqual([]);

    await press('Zoom');
    const hosts = await page.$$eval('.panel .hosts li', (all) => all.map(({ textContent }) => textContent));
    await press('Agree and choose');
    await eventually(() => setting('services')).toEqual(['signal', 'zoom']);
    expect((await consent())?.hosts.sort()).toEqual(hosts.sort());
  });

  test('all of a company at once, and back to the usual choice', async () => {
    await open('services', { settings: { services: ['signal'] } });
    await press('All of Meta');
    await eventually(() => setting('services')).toEqual(['messenger', 'signal', 'whatsapp', 'instagram']);
    await press('Back to the usual choice');
    await eventually(() => setting('services')).toBeNull();
  });

  test('are found by a part of their name', async () => {
    await open('services');
    await (await control('Find a service')).type('zOO');
    await eventually(() => page.$$eval('.services > li', (all) => all.length)).toBe(1);
    await (await control('Find a service')).type('x');
    await eventually(() => text('.search [role=status]')).toBe('No service of that name.');
  });

  test('none at all is said to be nothing to check', async () => {
    await open('services', { settings: { services: ['signal'] } });
    await press('Signal');
    await page.waitForSelector('[role=alert]');
    expect(await text('[role=alert]')).toContain('Nothing to check');
    await eventually(() => setting('services')).toEqual([]);
  });
});

test('Everything is reached and changed by keyboard alone', async () => {
  await open('services', { settings: { services: ['signal'] } });
  const focused = () =>
    page.evaluate(() => {
      const here = document.activeElement;
      return (here?.closest('label') ?? here)?.textContent ?? '';
    });
  const tabTo = async (label: string) => {
    for (let steps = 0; steps < 40; steps++) {
      await page.keyboard.press('Tab');
      if ((await focused()).startsWith(label)) return;
    }
    throw new Error(`“${label}” was not reached`);
  };
  await tabTo('Checks');
  await page.keyboard.press('Enter');
  await eventually(() => text('h2')).toBe('Checks');
  await eventually(focused).toBe('Checks');
  await tabTo('Check by itself');
  await page.keyboard.press(' ');
  await eventually(() => setting('automatic')).toBe(true);
  await tabTo('Up to 8 more checks');
  await page.keyboard.press('ArrowDown');
  await eventually(() => setting('confirmations')).toBe(16);
  const isOutlined = () => page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(await isOutlined()).not.toBe('none');
});

describe('a settings file', () => {
  const bring = async (content: string) => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, content);
    const input = await page.waitForSelector('input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  };
  const said = () => page.$$eval('.part > [role=status]', (all) => all.map(({ textContent }) => textContent).join(''));
  const file = (settings: object, version = 1) => JSON.stringify({ format: 'ringback-settings', version, settings });

  test('brings choices back', async () => {
    await open('data');
    await bring(file({ theme: 'light', historyDays: 30, badge: 'loud', sound: 'on' }));
    await eventually(said).toBe('Settings brought back. 1 value did not fit and was left as it was.');
    await eventually(() => setting('historyDays')).toBe(30);
    expect(await settings()).not.toHaveProperty('sound');
  });

  test('that brings new addresses asks first', async () => {
    await open('data', { consent: { agreedAt: 1, hosts: [] }, settings: { services: ['signal'] } });
    await bring(file({ services: ['signal', 'zoom'], badge: false }));
    await page.waitForSelector('.panel');
    await press('Don’t');
    await eventually(said).toBe('Nothing was changed.');
    expect(await setting('services')).toEqual(['signal']);
  });

  test.each([
    ['damaged', '{"format": "ringback-settings", ', /damaged/],
    ['of something else', '{"bookmarks": []}', /holds no settings/],
    ['of a newer version', file({}, 2), /newer version/],
    ['too large', file({ services: Array(9_000).fill('signal') }), /larger than 64 kB/],
    ['hostile', file({ services: ['<img src=x onerror=alert(1)>'], __proto__: 1 }), /1 value did not fit/],
  ])('that is %s does no harm', async (_, content, words) => {
    await open('data', { settings: { services: ['signal'] } });
    await bring(content);
    await eventually(said).toMatch(words);
    expect(await setting('services')).toEqual(['signal']);
    expect(await page.$('.part img')).toBeNull();
  });
});

describe('where things fail', () => {
  test('a background that does not answer is said to, keeps no change, and is welcomed back', async () => {
    await open('checks');
    await page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown; own: unknown } } };
      chrome.runtime.own = chrome.runtime.sendMessage;
    });
    await silence(page);
    expect(await text('.notice')).toContain('Ringback’s background is not answering');
    expect(await page.$eval('.switch input', (input) => input.ariaChecked)).toBe('false');
    expect(await setting('automatic')).toBe(false);
    await page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown; own: unknown } } };
      chrome.runtime.sendMessage = chrome.runtime.own;
    });
    await press('Try again');
    await eventually(() => text('.notice')).toContain('That change was not kept');
    await press('Try again');
    await eventually(() => setting('automatic')).toBe(true);
    await eventually(() => text('main > [role=status]')).toBe('The background answers again.');
  });

  test.for([7, 'x', [], { services: {}, theme: 4, quietHours: 'night' }])(
    'stored settings that are damaged show as the usual ones: %j',
    async (damaged) => {
      await open('checks');
      await page.close();
      await driver.storage.set('local', 'settings', damaged);
      await driver.storage.set('local', 'complaints', damaged);
      page = await driver.openPage('options.html');
      await page.waitForSelector('.part');
      for (const name of ['Checks', 'Notifications', 'Appearance', 'Diagnostics', 'Services']) {
        await press(name);
        await eventually(() => text('h2')).toBe(name);
        expect(await text('.part')).not.toMatch(/undefined|NaN|\[object/);
      }
    },
  );
});

test('Diagnostics copy as text, without addresses, and errors are deleted', async () => {
  const complaints = [{ at: Date.now(), where: 'round failed', message: 'Error: <b>no</b>\nforged line' }];
  await open('diagnostics', { complaints });
  await page.evaluate(() => {
    const scope = globalThis as unknown as { copied: string };
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          scope.copied = text;
        },
      },
    });
  });
  await press('Copy for a bug report');
  await eventually(() => text('.part > [role=status]')).toBe('Copied. It holds no addresses of yours.');
  const copied = await page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
  expect(copied).toMatch(/Version: \d/);
  expect(copied).toContain('Background: answers');
  expect(copied).toContain('Error: <b>no</b> forged line');
  await press('Delete errors');
  await eventually(() => text('.part')).toContain('No errors.');
  expect((await driver.storage.get<unknown[]>('local', 'complaints')) ?? []).toEqual([]);
});

test('Forgetting everything leaves an extension as it was installed', async () => {
  await open('history', { salt: 'x'.repeat(64), settings: { theme: 'dark' } });
  await press('Forget everything');
  await page.waitForSelector('.panel');
  await press('Keep');
  expect(await setting('theme')).toBe('dark');
  await press('Forget everything');
  await press('Forget it all');
  await eventually(() => text('.forget [role=status]')).toBe('All forgotten');
  for (const key of ['settings', 'consent', 'salt', 'snapshot', 'evidence', 'place']) {
    expect(await driver.storage.get('local', key)).toBeNull();
  }
});
