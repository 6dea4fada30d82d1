import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { key, network, round, spell } from '../../../core/history/testing.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { storedHistory } from '../history/stored-history.ts';
import { openDriver } from '../open-driver.ts';
import { fill } from './fill.ts';
import { openTimeline, press } from './gallery.ts';

const NOW = Date.now();
const HOUR = 3_600_000;
const HISTORY = {
  networks: [
    network(1, {
      operator: 'Maroc Telecom',
      country: 'MA',
      name: 'Home, ADSL',
      firstAt: NOW - 9 * HOUR,
      lastAt: NOW - HOUR,
    }),
    network(2, { operator: 'M247', country: 'NL', hosting: true, firstAt: NOW - 9 * HOUR, lastAt: NOW - 2 * HOUR }),
  ],
  rounds: [
    round(NOW - HOUR, {
      roundTripMs: 40,
      services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable', mechanism: 'udp.timeout' } },
    }),
    round(NOW - 2 * HOUR, {
      network: key(2),
      roundTripMs: 125,
      services: { whatsapp: { calls: 'clear', messages: 'reachable', relayMs: 140 } },
    }),
  ],
  spells: [spell(NOW - 8 * HOUR, null, { seenAt: NOW - HOUR, mechanism: 'udp.timeout' })],
};

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const open = async (part: number) => {
  await fill(driver, HISTORY);
  page = await openTimeline(driver);
  await press(page, `main > details:nth-of-type(${part}) > summary`);
  await page.waitForSelector('main > details[open] .panel');
};
const said = () => page.$eval('main > details[open]', (part) => part.textContent);
const eventually = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 10_000 });

describe('side by side', () => {
  test('the network in use and another: what becomes reachable there, and what it costs', async () => {
    await open(1);
    await eventually(said).toContain('WhatsApp');
    expect(await said()).toMatch(/Calls become reachable: WhatsApp/);
    expect(await said()).toMatch(/85 ms/);
  });
});

describe('before it leaves', () => {
  test('a report says what is in it, and holds no name that was not asked for', async () => {
    await open(2);
    const report = () => page.$eval('main > details[open] textarea', (field) => field.value);
    await eventually(report).toMatch(/WhatsApp/);
    expect(await said()).toContain('No address of yours');
    expect(await report()).not.toMatch(/Maroc Telecom|Home, ADSL|M247/);
    for (const tick of await page.$$('main > details[open] input[type=checkbox]')) await tick.click();
    await eventually(report).toMatch(/Home, ADSL/);
  });

  test('the picture is drawn, and nothing is asked of anybody for it', async () => {
    await open(2);
    const [, picture] = await page.$$('main > details[open] input[type=radio]');
    await picture?.click();
    const isDrawn = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return new Set(pixels).size > 20;
      });
    await eventually(isDrawn).toBe(true);
  });
});

/** As if the person had chosen this file. */
const bring = (text: string) =>
  page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('main > details[open] input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([text], 'history.json', { type: 'application/json' }));
    if (!input) throw new Error('There is nothing to choose a file with.');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

describe('a file that is brought back', () => {
  test.each([
    ['nothing of ours', '{"hello": "world"}'],
    ['cut off', '{"format": "ringback-history", "version": 1, "rounds": ['],
    ['of a newer version', '{"format": "ringback-history", "version": 99}'],
    ['a page', '<!doctype html><script>document.title = 1</script>'],
  ])('and is %s is refused in words, and changes nothing', async (_, text) => {
    await open(2);
    const before = await storedHistory(driver);
    await bring(text);
    const status = () =>
      page.$$eval('main > details[open] [role=status]', (all) => all.map((one) => one.textContent).join());
    await eventually(status).toMatch(/\w+ \w+/);
    expect(await status()).not.toMatch(/undefined|\[object/);
    expect(await storedHistory(driver)).toEqual(before);
  });
});
