import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, key, network, OWN, round, spell } from '../../../core/history/testing.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { storedHistory } from '../history/stored-history.ts';
import { openDriver } from '../open-driver.ts';
import { eventually } from '../until.ts';
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

const SECRET = 'hunter2-of-grandma';
const RELAY = 'turn:relay.grandma.example:3478?transport=udp';

describe('a server of one’s own', () => {
  /** In the history as if it had been checked and called through, and with its password where such are kept. */
  const openWithOwn = async () => {
    await driver.storage.set('local', 'own', {
      schemaVersion: 1,
      servers: [{ id: OWN, name: 'Grandma’s relay', addresses: [{ kind: 'turn', url: RELAY }] }],
      former: {},
    });
    const at = NOW - HOUR;
    const answered = { transport: 'udp', outcome: 'answered', depth: 'application', startedAt: at, durationMs: 40 };
    // OONI's format, which has no word for relays, holds something as well.
    const observations = [
      { ...answered, probe: 'turn', url: RELAY, of: OWN },
      { ...answered, probe: 'stun', url: 'stun:stun.l.google.com:19302', of: 'meet' },
    ];
    await fill(driver, {
      ...HISTORY,
      rounds: HISTORY.rounds.map((round) => ({
        ...round,
        services: { ...round.services, [OWN]: { calls: 'clear', messages: 'reachable' } },
      })),
      raw: [{ network: key(1), at, observations }],
      calls: [call(at)],
    });
    page = await openTimeline(driver);
    await plant(page);
    await press(page, 'main > details:nth-of-type(2) > summary');
    await page.waitForSelector('main > details[open] .panel input[type=radio]');
  };

  /** Whatever is saved in one of the formats. */
  const saved = async (format: number): Promise<string> => {
    const radios = await page.$$('main > details[open] fieldset:first-of-type input[type=radio]');
    await radios[format]?.click();
    const text = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          const original = URL.createObjectURL;
          URL.createObjectURL = (blob: Blob) => {
            URL.createObjectURL = original;
            void blob.text().then(done);
            return original.call(URL, blob);
          };
          // What was chosen is read first.
          const press = () => {
            const button = document.querySelector<HTMLButtonElement>('main > details[open] .panel-actions .button');
            if (button?.disabled === false && document.querySelector('.contents')) button.click();
            else setTimeout(press, 50);
          };
          setTimeout(press, 200);
        }),
    );
    // What the picture says is told beside it.
    const picture = await page.$$eval('canvas', (all) => all.map((canvas) => canvas.ariaLabel).join());
    return `${picture}\n${text}`;
  };
  const FORMATS = [0, 1, 2, 3, 4];
  const TEXT = 0;
  const OONI = 4;
  const tickAll = async () => {
    for (const tick of await page.$$('main > details[open] input[type=checkbox]:not(:checked)')) await tick.click();
  };

  test('leaves in no format unless it is ticked', async () => {
    await openWithOwn();
    for (const format of FORMATS) expect(await saved(format)).not.toMatch(/grandma|own-/i);
  });

  test('leaves with the tick, and its password never', async () => {
    await openWithOwn();
    const holding: number[] = [];
    for (const format of FORMATS) {
      await saved(format);
      await tickAll();
      if (format === TEXT) await eventually(said).toContain('Your own servers: 1, without passwords.');
      const text = await saved(format);
      expect(text).not.toContain(SECRET);
      if (/grandma/i.test(text)) holding.push(format);
    }
    expect(holding).toEqual(FORMATS.filter((format) => format !== OONI));
  });
});

/** A password where those of the person's own servers are kept, and an open one: a leak shows whether or not it is encrypted. */
const plant = (page: Page): Promise<void> =>
  page.evaluate(
    (secret) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('ringback-secrets').onsuccess = () => {
          const opening = indexedDB.open('ringback-secrets', 1);
          opening.onupgradeneeded = () =>
            opening.result.createObjectStore('secrets').put({ password: secret }, 'own-00c0ffee');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    SECRET,
  );

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

describe('what a block cost', () => {
  test('is told in days, and in money once the person has filled in what a minute costs', async () => {
    await open(3);
    await eventually(said).toMatch(/Maroc Telecom.*WhatsApp.*7 hours/);
    await page.type('input[name=minutes]', '24');
    await page.type('input[name=price]', '0.5');
    await page.select('select[name=currency]', 'MAD');
    // 7 hours of a day in which 24 minutes are called.
    await eventually(said).toMatch(/MAD\s3\.50/);
    await page.close();
    await open(3);
    await eventually(said).toMatch(/MAD\s3\.50/);
  });
});
