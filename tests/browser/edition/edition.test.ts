import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hostOf } from '../../../core/catalogue/endpoint.ts';
import { CATALOGUE_FILE } from '../../../core/catalogue/packed-file.ts';
import { feedSource } from '../../../core/feed/source-file.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { EXTENSION } from '../under-test.ts';
import { eventually } from '../until.ts';
import { fetched, NEW_HOSTS, PACKAGED, packagedHosts, UNFIT, without } from './editions.ts';

/** A newer edition of the catalogue than the package's, in the built extension. */

const MIRRORS = feedSource().mirrors.map(hostOf);
/** All that was agreed to before the new edition came. */
const AGREED = packagedHosts();

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const open = async (name: string, stored: Record<string, unknown>, on = driver) => {
  await on.sendMessage('cancelCheck');
  const all = {
    settings: { automatic: false },
    consent: { agreedAt: 1, hosts: AGREED },
    declined: [],
    snapshot: blockedSnapshot(),
    ...stored,
  };
  for (const [key, value] of Object.entries(all)) await on.storage.set('local', key, value);
  page = await on.openPage(name, { width: 1000, height: 800 });
  await page.waitForSelector('h1, h2');
};
const text = (selector: string) => page.$eval(selector, (element) => element.textContent);
const texts = (selector: string) => page.$$eval(selector, (all) => all.map(({ textContent }) => textContent));
const press = async (words: string) => {
  const found = await page.evaluateHandle(
    (words) =>
      [...document.querySelectorAll('button, summary, label')].find(({ textContent }) =>
        textContent?.startsWith(words),
      ),
    words,
  );
  await (found.asElement() as ElementHandle<Element> | null)?.click();
};
const diagnosed = async (name: string) => {
  await page.waitForSelector('.findings div');
  const lines = await page.$$eval('.findings div', (all) =>
    all.map((line) => [line.querySelector('dt')?.textContent, line.querySelector('dd')?.textContent]),
  );
  return Object.fromEntries(lines)[name];
};

describe('a service that only the fetched edition has', () => {
  test('stands in the popup by its name and colour, and its hosts are asked about before anything is sent there', async () => {
    await open('popup.html', { edition: fetched() });
    await page.waitForSelector('.notice');
    expect(await text('.notice')).toContain('Ringback would now also contact 2 addresses, for Demo Caller.');
    expect(await texts('.notice .hosts li')).toEqual(NEW_HOSTS);

    // Nothing of it may be asked yet, so nothing is shown of it either.
    expect((await texts('.services li')).join()).not.toContain('Demo Caller');
    await driver.sendMessage('checkNow', { confirm: false });
    const ids = async () =>
      (await driver.storage.get<{ takenAt: number; services: { id: string }[] }>('local', 'snapshot'))?.services;
    await eventually(async () => (await ids())?.length ?? 0).toBeGreaterThan(10);
    expect((await ids())?.map(({ id }) => id)).not.toContain('demo-caller');

    await press('Allow');
    await eventually(() => page.$('.notice')).toBeNull();
    await eventually(async () => (await texts('.services li')).join()).toContain('Demo Caller');
    const { hosts } = (await driver.storage.get<{ hosts: string[] }>('local', 'consent')) ?? { hosts: [] };
    expect(hosts).toEqual(expect.arrayContaining(NEW_HOSTS));
    const mark = await page.$$eval('.services li .mark', (all) => {
      const own = all.find((mark) => mark.closest('li')?.textContent?.includes('Demo Caller')) as HTMLElement;
      return [own.textContent, own.style.getPropertyValue('--brand'), own.querySelector('.mark-picture')];
    });
    expect(mark).toEqual(['D', '#12ab34', null]);
  });

  test('has its name in a popup that was open when it came', async () => {
    await open('popup.html', { edition: null, consent: { agreedAt: 1 } });
    await page.waitForSelector('.services li');
    expect((await texts('.services li')).join()).not.toContain('Demo Caller');
    await driver.storage.set('local', 'edition', fetched());
    await eventually(async () => (await texts('.services li')).join()).toContain('Demo Caller');
    expect((await texts('.services li')).join()).not.toContain('demo-caller');
  });

  test('is offered in the settings, which show its addresses before it is chosen', async () => {
    await open('options.html', { edition: fetched(), settings: { automatic: false, services: ['signal'] } });
    await page.waitForSelector('.services li');
    await press('DDemo Caller');
    await page.waitForSelector('.panel');
    expect(await text('.panel legend')).toBe('To check Demo Caller, Ringback contacts more addresses');
    expect(await texts('.panel .hosts li')).toEqual(NEW_HOSTS);
  });

  test('is offered on the first page, with its addresses', async () => {
    await open('welcome.html', { edition: fetched(), consent: null, snapshot: null });
    await press('See all addresses');
    expect((await texts('.pick')).join()).toContain('Demo Caller');
    const hosts = await texts('.contacts dd');
    expect(hosts).toEqual(expect.arrayContaining([...NEW_HOSTS, ...MIRRORS]));
  });
});

test('A service that the fetched edition no longer has is gone from the lists, and goes by its id in what is stored', async () => {
  const stored = { edition: without('signal'), settings: { automatic: false, services: ['signal', 'whatsapp'] } };
  await open('popup.html', stored);
  await page.waitForSelector('.services li');
  expect((await texts('.services li')).join()).toContain('WhatsApp');
  expect((await texts('.services li')).join()).not.toMatch(/signal/i);
  await page.close();
  await open('options.html', stored);
  await page.waitForSelector('.services li');
  expect((await texts('.services li')).join()).not.toMatch(/signal/i);
});

describe('a stored edition that is unfit leaves the package’s in place', () => {
  test.each(Object.entries(UNFIT))('%s', async (_, edition) => {
    await open('popup.html', { edition, consent: { agreedAt: 1 } });
    await page.waitForSelector('.services li');
    expect((await texts('.services li')).join()).toContain('WhatsApp');
    expect((await texts('.services li')).join()).not.toContain('Demo');
    expect(await page.$('body img[src="x"]')).toBeNull();
    await page.close();
    await open('options.html#diagnostics', { edition });
    expect(await diagnosed('List of servers')).toContain(`Edition ${PACKAGED.serial} of`);
    expect(await diagnosed('List of servers')).toContain('A fetched list is stored and not used');
  });
});

describe('diagnostics', () => {
  const feed = { triedAt: Date.UTC(2026, 10, 21), tries: [] as unknown[] };

  test('tell which list holds, and what came of each mirror', async () => {
    await open('options.html#diagnostics', {
      edition: fetched(),
      feed: {
        ...feed,
        tries: [
          { mirror: 'https://one.example/feed.json', problem: 'bad-signature' },
          { mirror: 'https://two.example/feed.json', problem: null, serial: 7 },
        ],
      },
    });
    expect(await diagnosed('List of servers')).toMatch(
      /^Edition \d+ of Nov 20, 2026, fetched\. Signed with the key “.+”\. Expires on/,
    );
    expect(await diagnosed('List from one.example')).toContain('signature is wrong');
    expect(await diagnosed('List from two.example')).toBe('Gave edition 7.');
  });

  test('tell that the list has expired', async () => {
    await open('options.html#diagnostics', { edition: fetched({ expiresOn: '2026-01-01' }) });
    expect(await diagnosed('List of servers')).toContain('Expired on Jan 1, 2026');
  });

  test.for([7, [], { triedAt: 1e20, tries: [] }, { ...feed, tries: [{ mirror: 1 }] }, { ...feed, tries: {} }])(
    'read over a damaged record of the last look: %j',
    async (feed) => {
      await open('options.html#diagnostics', { edition: null, feed });
      expect(await diagnosed('Newer list looked for')).toBe('none');
    },
  );
});

describe('newer lists', () => {
  test('are switched on only after their hosts were shown and agreed to', async () => {
    const settings = { automatic: false, updates: false };
    await open('options.html#checks', { edition: null, settings, consent: { agreedAt: 1, hosts: [] } });
    await page.waitForSelector('.switch');
    await press('Newer lists of servers');
    await page.waitForSelector('.panel');
    expect(await texts('.panel .hosts li')).toEqual(MIRRORS);
    const updates = async () => (await driver.storage.get<{ updates: boolean }>('local', 'settings'))?.updates;
    expect(await updates()).toBe(false);
    await press('Agree and switch on');
    await eventually(updates).toBe(true);
    expect(await driver.storage.get('local', 'consent')).toMatchObject({ hosts: MIRRORS });
  });

  test('add no host to the first page where they are switched off', async () => {
    await open('welcome.html', { edition: null, consent: null, settings: { automatic: false, updates: false } });
    await press('See all addresses');
    const hosts = await texts('.contacts dd');
    expect(hosts.filter((host) => MIRRORS.includes(host ?? ''))).toEqual([]);
    expect(await text('main')).not.toContain('newer list');
  });

  test('are asked about where an earlier agreement did not name their hosts', async () => {
    const hosts = AGREED.filter((host) => !MIRRORS.includes(host));
    await open('popup.html', { edition: null, consent: { agreedAt: 1, hosts } });
    await page.waitForSelector('.notice');
    expect(await text('.notice')).toContain('for newer lists of servers, once a day.');
  });
});

describe('where the package’s own list can’t be read', () => {
  let broken: Driver;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringback-edition-'));
    cpSync(EXTENSION, folder, { recursive: true });
    writeFileSync(join(folder, CATALOGUE_FILE), '{"services": [');
    broken = await openDriver({ extensionDir: folder });
  });
  afterAll(async () => {
    await broken?.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['popup.html', 'options.html', 'welcome.html'])('%s says so', async (name) => {
    await open(name, name === 'welcome.html' ? { consent: null } : {}, broken);
    expect(await text('.notice')).toContain('The list of services can’t be read');
  });

  test('the last answer is shown all the same, by ids', async () => {
    await open('popup.html', {}, broken);
    expect((await texts('.services li')).join()).toContain('whatsapp');
  });
});
