import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../../core/day.ts';
import { call, key, network, OWN, round, spell } from '../../../core/history/testing.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { BLANK_PAGE } from '../../../scripts/browser/extension-copy.ts';
import { openDriver } from '../open-driver.ts';
import { overflows } from '../popup/gallery.ts';
import { BROWSER } from '../under-test.ts';
import { eventually } from '../until.ts';
import { fill } from './fill.ts';
import { FIXTURES, YEAR } from './fixtures.ts';
import { dress, inspect, openTimeline, press } from './gallery.ts';

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const NOW = Date.now();
const HOUR = 3_600_000;
const whatsapp = (calls: 'clear' | 'likely-blocked', signal: 'clear' | 'insufficient' = 'clear') => ({
  services: {
    whatsapp: { calls, messages: 'reachable' as const },
    signal: { calls: signal, messages: 'reachable' as const },
  },
});
/** Two days on one network: WhatsApp's calls fine, then blocked for 30 hours until now. And another network. */
const SMALL = {
  networks: [
    network(1, {
      operator: 'Maroc Telecom',
      country: 'MA',
      access: 'wifi',
      firstAt: NOW - 48 * HOUR,
      lastAt: NOW - HOUR,
    }),
    network(2, { operator: 'Inwi', country: 'MA', lastAt: NOW - 50 * HOUR }),
  ],
  rounds: [
    ...Array.from({ length: 48 }, (_, i) =>
      round(NOW - (i + 1) * HOUR, {
        state: i < 30 ? ('some-blocked' as const) : ('clear' as const),
        ...whatsapp(i < 30 ? 'likely-blocked' : 'clear'),
      }),
    ),
    round(NOW - 50 * HOUR, { network: key(2), ...whatsapp('clear') }),
  ],
  days: [{ network: key(1), day: Math.floor(NOW / DAY_MS), rounds: 48, state: {}, services: {} }],
  spells: [spell(NOW - 30 * HOUR, null, { seenAt: NOW - HOUR, mechanism: 'udp.timeout' })],
};

/** The page with these records. */
async function open(history: Parameters<typeof fill>[1] = SMALL): Promise<void> {
  await fill(driver, history);
  page = await openTimeline(driver);
}

/** Firefox never tells that such an address was reached. */
const go = () =>
  page.evaluate((address) => {
    location.href = address;
  }, `${driver.origin}timeline.html`);

const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent);
const texts = (selector: string) => page.$$eval(selector, (all) => all.map((element) => element.textContent));
const focused = () =>
  page.evaluate(() => {
    const strip = document.activeElement;
    return [strip?.getAttribute('aria-label'), Number(strip?.getAttribute('aria-valuenow'))];
  });
const strip = (label: string) => `.strip[aria-label="${label}"]`;

describe('axe finds nothing and nothing sticks out, in every theme, direction and width', () => {
  test.each(Object.keys(FIXTURES))('%s', async (name) => {
    expect(await inspect(driver, name)).toEqual([]);
  });
});

describe('what it tells', () => {
  test('what is blocked, since when, where, and what works, before anything else', async () => {
    await open();
    const [first] = await texts('.entry');
    expect(first).toMatch(/^Maroc Telecom/);
    expect(first).toMatch(/WhatsApp: calls likely blocked since \S+.*Signal: no sign of blocking/);
    expect(await texts('h2')).toEqual(['Maroc Telecom', 'Inwi']);
    expect((await texts('.changes li'))[0]).toMatch(/WhatsApp calls: likely blocked.*UDP packets get no answer/);
  });

  test('each range shows what belongs to it', async () => {
    await open();
    expect(await page.$$eval(strip('WhatsApp, calls'), (all) => all.map((one) => one.ariaValueMax))).toEqual(['84']);
    await page.click('.ranges label:first-of-type input');
    await page.waitForSelector('.strip[aria-valuemax="48"]');
    await eventually(() => texts('.entry:last-of-type')).toEqual([expect.stringContaining('No check on this network')]);
    expect(new URL(page.url()).hash).toBe('#day');
  });

  test('damaged records are passed over, and the others still stand', async () => {
    await open({
      ...SMALL,
      networks: [...SMALL.networks, { key: 'not hexadecimal' }],
      rounds: [...SMALL.rounds, { network: key(1), at: NOW - 5, state: 'splendid' }],
      spells: [...SMALL.spells, { network: key(1), kind: 'calls', subject: 'signal', from: 'then' }],
    });
    expect(await texts('h2')).toEqual(['Maroc Telecom', 'Inwi']);
  });

  test('names from outside are text, whatever they say', async () => {
    await open(FIXTURES.hostile?.history);
    expect(await page.$('.entry img')).toBeNull();
    expect(await page.title()).toBe('Ringback timeline');
    expect(await textOf('h2 bdi')).toContain('<img src=x');
  });

  test('a new round shows by itself', async () => {
    await open();
    const [before] = await texts('.headline');
    expect(before).toContain('WhatsApp: calls likely blocked');
    const records = { ...SMALL, spells: SMALL.spells.map((spell) => ({ ...spell, to: NOW - 60_000 })) };
    await fill(driver, {
      ...records,
      networks: [network(1, { operator: 'Maroc Telecom', country: 'MA', access: 'wifi', lastAt: NOW - 60_000 })],
      rounds: [...records.rounds, round(NOW - 60_000, whatsapp('clear'))],
    });
    await driver.storage.set('local', 'place', { filedAt: NOW });
    await eventually(async () => (await texts('.headline'))[0]).toMatch(/^WhatsApp and Signal: no sign of blocking/);
    expect((await texts('.changes li'))[0]).toContain('WhatsApp calls: work again after 1 day');
  });
});

describe('strips', () => {
  test('are one tab stop each, and arrows move along time and between them', async () => {
    await open();
    await page.focus(strip('WhatsApp, calls'));
    expect(await focused()).toEqual(['WhatsApp, calls', 84]);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toEqual(['WhatsApp, calls', 83]);
    await page.keyboard.press('Home');
    expect(await focused()).toEqual(['WhatsApp, calls', 1]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toEqual(['WhatsApp, messages', 1]);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toEqual(['WhatsApp, calls', 84]);
    await page.keyboard.press('Tab');
    expect(await focused()).toEqual(['WhatsApp, messages', 84]);
  });

  test('run from the right where the text does', async () => {
    await open();
    await dress(page, { width: 1000, direction: 'rtl' });
    await page.focus(strip('WhatsApp, calls'));
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toEqual(['WhatsApp, calls', 83]);
    const box = await page.$eval(strip('Signal, calls'), (strip) => strip.getBoundingClientRect().toJSON());
    await page.mouse.move(box.left + 2, box.top + 5);
    await eventually(() => page.$eval(strip('Signal, calls'), (strip) => strip.ariaValueNow)).toBe('84');
  });

  test('say the time, the state, how often and how, to eyes and to screen readers', async () => {
    await open();
    const box = await page.$eval(strip('WhatsApp, calls'), (strip) => strip.getBoundingClientRect().toJSON());
    await page.mouse.move(box.right - (6.5 * box.width) / 84, box.top + 5);
    await page.waitForSelector('.detail');
    const detail = await textOf('.detail');
    expect(detail).toMatch(/\d.*WhatsApp, calls.*Calls likely blocked.*\d rounds/);
    const spoken = await page.$eval(strip('WhatsApp, calls'), (strip) => strip.ariaValueText);
    expect(spoken).toMatch(/Calls likely blocked\. \d rounds/);
  });

  test('leave a gap where nothing was measured, and say so', async () => {
    await open();
    await page.focus(strip('Signal, calls'));
    await page.keyboard.press('Home');
    expect(await page.$eval(strip('Signal, calls'), (strip) => strip.ariaValueText)).toMatch(
      /Not measured\. No check ran/,
    );
    const drawn = await page.$eval(`${strip('Signal, calls')} rect`, (rect) => rect.getAttribute('x'));
    expect(Number.parseFloat(drawn ?? '0')).toBeGreaterThan(60);
  });

  test('answer a finger', async () => {
    await open();
    const box = await page.$eval(strip('Signal, calls'), (strip) => strip.getBoundingClientRect().toJSON());
    await page.touchscreen.tap(box.right - 3, box.top + 5);
    await eventually(() => texts('.detail')).toEqual([expect.stringContaining('Signal, calls')]);
  });

  test('are told no longer after Escape, wherever the focus is', async () => {
    await open();
    const box = await page.$eval(strip('Signal, calls'), (strip) => strip.getBoundingClientRect().toJSON());
    await page.mouse.move(box.right - 3, box.top + 5);
    await page.waitForSelector('.detail');
    await page.keyboard.press('Escape');
    await eventually(() => page.$('.detail')).toBeNull();
  });

  test('stand in a table as well, with every round in it', async () => {
    await open();
    await page.click('.entry > .disclosure:last-of-type summary');
    await page.waitForSelector('table');
    expect(await texts('thead th[scope=col]')).toEqual(['From', 'Until', 'State', 'Rounds']);
    expect(await textOf('caption')).toMatch(/Maroc Telecom.*7 days/);
    expect(await texts('th[scope=rowgroup]')).toEqual([
      'The network',
      'WhatsApp, calls',
      'WhatsApp, messages',
      'Signal, calls',
      'Signal, messages',
    ]);
    const rounds = await page.$$eval('tbody:nth-of-type(5) td:last-child', (cells) =>
      cells.reduce((sum, cell) => sum + Number(cell.textContent), 0),
    );
    expect(rounds).toBe(48);
  });
});

describe('what a person can do', () => {
  test('naming a network: by keyboard, kept, and taken away again', async () => {
    await open();
    await page.focus('.entry-line .menu summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.menu-body');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('.panel input'));
    await page.keyboard.type('Home, ADSL');
    await page.keyboard.press('Enter');
    await eventually(() => texts('h2')).toEqual(['Home, ADSL', 'Inwi']);
    expect(await textOf('.entry-head .quiet')).toContain('Maroc Telecom');
    await page.close();
    page = await openTimeline(driver);
    expect(await textOf('h2')).toBe('Home, ADSL');
  });

  test('networks with one name are one', async () => {
    await open({ ...SMALL, networks: SMALL.networks.map((network) => ({ ...network, name: 'Home' })) });
    expect(await texts('h2')).toEqual(['Home']);
    expect(await textOf('.entry-head .quiet')).toContain('2 address ranges');
  });

  test('deleting a network says what will go, and the other stays', async () => {
    await open();
    await press(page, '.entry-line .menu summary');
    await press(page, '.entry-line .menu-body .button:last-child');
    await eventually(() => textOf('.panel [role=status]')).toMatch(
      /1 address range, 48 rounds,? and 1 time of blocking/,
    );
    await press(page, '.panel .button:last-child');
    expect(await texts('h2')).toHaveLength(2);
    await press(page, '.entry-line .menu summary');
    await press(page, '.entry-line .menu-body .button:last-child');
    await press(page, '.button-danger');
    await eventually(() => texts('h2')).toEqual(['Inwi']);
  });

  test('deleting everything leaves the empty page', async () => {
    await open();
    await press(page, 'main > .disclosure:last-of-type > summary');
    await press(page, 'main > .disclosure:last-of-type .disclosure-body > .button');
    await press(page, '.button-danger');
    await eventually(() => texts('h1')).toContain('Nothing here yet');
  });

  test('a test call through a server of one’s own is told under the name that it has now', async () => {
    const own = (name: string) => ({ schemaVersion: 1, servers: [{ id: OWN, name, addresses: [] }], former: {} });
    await driver.storage.set('local', 'own', own('My relay'));
    await open({ ...SMALL, calls: [call(NOW - 2 * HOUR)] });
    await eventually(() => textOf('.changes li:first-child')).toContain(
      'My relay\u2069: The test call works. UDP: 80 ms',
    );
    expect(await page.$$('.call-sign')).toHaveLength(3);
    await driver.storage.set('local', 'own', own('Büro'));
    await eventually(() => texts('.lane-name')).toContain('\u2068Büro\u2069');

    await page.focus(strip('\u2068Büro\u2069, calls'));
    await page.keyboard.press('ArrowLeft');
    const told = () => page.$eval(':focus', (strip) => strip.ariaValueText);
    await eventually(told).toMatch(/Not measured.*The test call works\. UDP: 80 ms there and back/);
    expect(await textOf('.detail')).toContain('good for voice');
  });

  test('saying how a call went: kept beside what was measured, and taken back', async () => {
    await open();
    await press(page, '.lane .menu summary');
    await press(page, '.lane .menu-body .button:nth-of-type(3)');
    await eventually(() => textOf('.note [role=status]')).toBe('WhatsApp: you said a call had no sound');
    await page.waitForSelector('.own-word');
    expect((await texts('.changes li'))[0]).toContain('you said a call had no sound');
    expect(await textOf('.headline')).toContain('WhatsApp: calls likely blocked');
    await press(page, '.note .button');
    await eventually(() => textOf('.note [role=status]')).toBe('Taken back');
    await eventually(() => page.$('.own-word')).toBeNull();
  });
});

describe('where things fail', () => {
  test('a history that can not be opened is told in plain words, with a way to try again', async () => {
    await fill(driver, SMALL);
    page = await driver.openPage(BLANK_PAGE, { width: 1000, height: 800 });
    const remake = (version: number | null) =>
      page.evaluate(
        (version) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase('ringback');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              if (version === null) return resolve();
              const opening = indexedDB.open('ringback', version);
              opening.onsuccess = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
        version,
      );
    // As a newer version of the extension leaves it behind.
    await remake(99);
    await go();
    await page.waitForSelector('.card');
    expect(await textOf('.card h1')).toBe('The history can’t be read');
    await remake(null);
    await page.click('.card .button');
    await eventually(() => texts('.card h1')).toEqual(['Nothing here yet']);
  });

  // Firefox runs no script of WebDriver's before an extension's page.
  test.skipIf(BROWSER === 'firefox')('a slow history is not announced before half a second', async () => {
    await fill(driver, SMALL);
    page = await driver.openPage(BLANK_PAGE, { width: 1000, height: 800 });
    await page.evaluateOnNewDocument(() => {
      const began = performance.now();
      // The first answers are held back.
      const get = IDBObjectStore.prototype.getAll;
      IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...query: []) {
        const request = get.apply(this, query);
        const add = request.addEventListener.bind(request);
        request.addEventListener = (type: string, listener: unknown) =>
          add(type, () => setTimeout(listener as () => void, Math.max(0, 1_500 - (performance.now() - began))));
        return request;
      };
    });
    await go();
    const shown = () => page.evaluate(() => [performance.now(), document.body.textContent.trim()] as const);
    await vi.waitFor(async () => expect((await shown())[1]).toContain('Reading the history'), { interval: 20 });
    expect((await shown())[0]).toBeGreaterThan(500);
  });
});

test('the page keeps to its content security policy', async () => {
  await fill(driver, YEAR);
  page = await openTimeline(driver);
  await page.evaluate(() => {
    const scope = globalThis as unknown as { violations: string[] };
    scope.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => scope.violations.push(event.violatedDirective));
  });
  await page.click('.ranges input[value=year]');
  await page.waitForSelector('.own-word');
  await page.focus('.strip');
  await page.waitForSelector('.here');
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([]);
});

// WebDriver BiDi has no handle on media.
test.skipIf(BROWSER === 'firefox')(
  'on paper there are strips, changes, the date and the range, and nothing to press',
  async () => {
    await open();
    await dress(page, { width: 720, isPrint: true });
    const shown = await page.evaluate(() =>
      ['.print-head', '.strip', '.changes li', '.legend', '.button', '.page-head', 'summary .icon'].map((selector) =>
        [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0),
      ),
    );
    expect(shown).toEqual([true, true, true, true, false, false, false]);
    expect(await textOf('.print-head')).toMatch(/Ringback · 7 days until .*\d{4}/);
    expect(await overflows(page)).toEqual([]);
  },
);
