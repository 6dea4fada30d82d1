import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OwnServers } from '../../../core/own/server.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { storedHistory } from '../history/stored-history.ts';
import { openDriver } from '../open-driver.ts';
import { eventually } from '../until.ts';
import { FIXTURES, ICE_SERVERS, JITSI, RELAY, SIP } from './fixtures.ts';
import { openServers } from './gallery.ts';

const PASSWORD = 'correct horse';

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const open = async (...[fixture, hash]: [Parameters<typeof openServers>[1]?, string?]) => {
  page = await openServers(driver, fixture, hash);
};
const press = async (selector: string) => {
  await page.waitForSelector(selector);
  await page.click(selector);
};
/** Opens the form, which is loaded when it is needed. */
const add = async () => {
  await press('[data-do=add]');
  await page.waitForSelector('form[data-form=server]');
};
const type = (name: string, text: string) => page.type(`[name=${name}]`, text);
const submit = () => press('form[data-form=server] [type=submit]');
const stored = async () => (await driver.storage.get<OwnServers>('local', 'own'))?.servers ?? [];
const names = () => page.$$eval('article h2', (all) => all.map(({ textContent }) => textContent));
const focused = () =>
  page.evaluate(() => {
    const { dataset, tagName } = document.activeElement as HTMLElement;
    return dataset.do ?? document.activeElement?.getAttribute('name') ?? tagName;
  });
const wrongs = () => page.$$eval('[role=alert] p', (all) => all.map(({ textContent }) => textContent));
const access = () =>
  page.$eval('[name=username]', (input) => (input as HTMLInputElement).value).catch(() => 'no credentials');
/** As another program sees the text come in: all at once. */
const paste = (text: string) =>
  page.$eval(
    'textarea',
    (area, text) => {
      area.value = text;
      area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    },
    text,
  );

describe('a server is added', () => {
  test('by hand, and its hosts are agreed to', async () => {
    await open();
    await add();
    expect(await focused()).toBe('name');
    await type('name', 'Mine');
    await type('addresses', 'turn:relay.example.org:443?transport=tcp\nwss://pbx.example.net/ws');
    await press('[name=scheme][value=password]');
    await type('username', 'alice');
    await type('password', PASSWORD);
    await submit();
    await eventually(names).toEqual(['Mine']);
    expect(await stored()).toEqual([
      {
        id: expect.stringMatching(/^own-[0-9a-f]{8}$/),
        name: 'Mine',
        hasCredentials: true,
        addresses: [
          { kind: 'turn', url: 'turn:relay.example.org:443?transport=tcp' },
          { kind: 'sip', url: 'wss://pbx.example.net/ws' },
        ],
      },
    ]);
    const consent = await driver.storage.get<{ hosts: string[] }>('local', 'consent');
    expect(consent?.hosts).toEqual(expect.arrayContaining(['relay.example.org', 'pbx.example.net']));
    expect(await focused()).toBe('H2');
  });

  test('by pasting what a service gives', async () => {
    await open();
    await add();
    await paste(ICE_SERVERS);
    await eventually(access).toBe('alice');
    expect(await page.$eval('textarea', ({ value }) => value)).toBe(
      'turn:relay.example.org:3478?transport=udp\nturns:relay.example.org:443',
    );
    await submit();
    await eventually(names).toEqual(['relay.example.org']);
  });

  test('not before what is wrong with it is mended', async () => {
    await open();
    await add();
    await type('addresses', 'http://meet.example.com');
    await submit();
    await eventually(wrongs).toEqual([
      'Give it a name of 60 characters at most.',
      '“http://meet.example.com” is not encrypted. Write https:// or wss://.',
    ]);
    expect(await focused()).toBe('name');
    await type('name', 'Family');
    await submit();
    await eventually(focused).toBe('addresses');
    expect(await stored()).toEqual([]);
  });

  test('nowhere before the person has agreed to anything', async () => {
    await open({ isAgreed: false });
    expect(await page.$('[data-do=add]')).toBeNull();
    expect(await page.$('a[href="/welcome.html"]')).not.toBeNull();
  });
});

describe('a password', () => {
  test('is in no document and in no dump of the storage, and an edit leaves it as it is', async () => {
    await open();
    await add();
    await paste(ICE_SERVERS);
    await eventually(access).toBe('alice');
    await submit();
    await eventually(names).toEqual(['relay.example.org']);
    await press('[data-do=edit]');
    await page.waitForSelector('[name=password]');
    expect(await page.$eval('[name=password]', (input) => (input as HTMLInputElement).value)).toBe('');
    expect(await page.content()).not.toContain(PASSWORD);
    await type('name', ' 2');
    await submit();
    await eventually(names).toEqual(['relay.example.org 2']);
    expect((await stored())[0]?.hasCredentials).toBe(true);

    const dump = await page.evaluate(async () => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        { storage: Record<'local' | 'session', { get(all: null): Promise<unknown> }> }
      >;
      const { local, session } = (scope.browser ?? scope.chrome).storage;
      return JSON.stringify([await local.get(null), await session.get(null), { ...localStorage }]);
    });
    expect(dump).toContain('relay.example.org');
    expect(dump).not.toContain(PASSWORD);
  });

  test('is shown only while the person wants to see it', async () => {
    await open();
    await add();
    await press('[name=scheme][value=rest]');
    const kind = () => page.$eval('[name=password]', (input) => (input as HTMLInputElement).type);
    expect(await kind()).toBe('password');
    await press('.field-line .button');
    await eventually(kind).toBe('text');
    await press('.field-line .button');
    await eventually(kind).toBe('password');
  });
});

describe('the list', () => {
  const servers = [RELAY, SIP, JITSI];

  test('is ordered by keyboard, and the focus stays with what moves', async () => {
    await open({ servers });
    await page.focus(`[data-server=${JITSI.id}] [data-do=up]`);
    await page.keyboard.press('Enter');
    await eventually(names).toEqual([RELAY.name, JITSI.name, SIP.name]);
    await eventually(focused).toBe('up');
    await page.keyboard.press('Enter');
    await eventually(names).toEqual([JITSI.name, RELAY.name, SIP.name]);
    await eventually(focused).toBe('down');
    expect((await stored()).map(({ id }) => id)).toEqual([JITSI.id, RELAY.id, SIP.id]);
    expect(await page.$eval('.said', ({ textContent }) => textContent)).toBe(`${JITSI.name} is now number 1 of 3.`);
  });

  test('lets go of a server after a question', async () => {
    await open({ servers });
    await press(`[data-server=${SIP.id}] [data-do=remove]`);
    await page.keyboard.press('Escape');
    await eventually(focused).toBe('remove');
    await press(`[data-server=${SIP.id}] [data-do=remove]`);
    await press('[data-do=remove-now]');
    await eventually(names).toEqual([RELAY.name, JITSI.name]);
    expect((await driver.storage.get<OwnServers>('local', 'own'))?.former).toEqual({ [SIP.id]: SIP.name });
  });

  test('shows the server that the address names', async () => {
    await open({ servers }, `#${JITSI.id}`);
    await eventually(focused).toBe('H2');
    expect(await page.$eval(`[data-server=${JITSI.id}] details`, ({ open }) => open)).toBe(true);
  });

  test('survives what is damaged in the storage', async () => {
    await open({ servers: [SIP, { id: 'own-x', name: 7 }, null, { ...JITSI, addresses: [{}] }] as never });
    expect(await names()).toEqual([SIP.name]);
  });
});

/** From now on no question that takes WebRTC ends by itself. */
const stall = () =>
  page.evaluate(() => {
    Object.defineProperty(RTCPeerConnection.prototype, 'iceGatheringState', { get: () => 'gathering' });
  });

test('A quick test says what each address did, and ends by Escape', async () => {
  await open({ servers: [SIP, RELAY] });
  await press(`[data-server=${SIP.id}] [data-do=test]`);
  await page.waitForSelector(`[data-server=${SIP.id}] [data-test=ended] [data-outcome]`);
  await stall();
  await page.focus(`[data-server=${RELAY.id}] [data-do=test]`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`[data-server=${RELAY.id}] [data-test=running]`);
  await page.keyboard.press('Escape');
  await page.waitForSelector(`[data-server=${RELAY.id}] [data-test=ended]`);
  expect(await focused()).toBe('test');
});

test('A test call is cancelled by Escape, with the focus where it was, and is kept', async () => {
  await open();
  await add();
  await paste(ICE_SERVERS);
  await eventually(access).toBe('alice');
  await submit();
  await stall();
  await page.waitForSelector('[data-do=call]');
  await page.focus('[data-do=call]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-call=running] .stages');
  expect(await focused()).toBe('cancel');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-call=ended]');
  expect(await focused()).toBe('call');
  expect(await page.$eval('[data-call]', (part) => (part as HTMLElement).dataset.conclusion)).toBe('nothing');
  await expect
    .poll(async () => (await storedHistory(driver)).calls, { timeout: 50_000, interval: 2_000 })
    .toEqual([expect.objectContaining({ conclusion: 'nothing' })]);
});

test('Calls that were kept on this network are there again', async () => {
  await open(FIXTURES['result-tcp-only']);
  expect(
    await page.$$eval('.last-calls > details > summary', (all) => all.map(({ textContent }) => textContent)),
  ).toEqual([
    expect.stringContaining('The test call works over TCP only'),
    expect.stringContaining('The test call works'),
    expect.stringContaining('The test call was cut'),
  ]);
});
