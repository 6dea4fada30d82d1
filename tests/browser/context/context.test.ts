import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { FIXTURES as POPUPS } from '../popup/fixtures.ts';
import { openFixture } from '../popup/gallery.ts';
import { eventually } from '../until.ts';
import { FIXTURES } from './fixtures.ts';
import { inspect, openContext } from './gallery.ts';

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const open = async (name: string) => {
  page = await openContext(driver, FIXTURES[name]);
};
const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const count = (selector: string) => page.$$eval(selector, (all) => all.length);

describe('axe finds nothing and nothing sticks out, in every theme, direction and width', () => {
  test.each(Object.keys(FIXTURES))('%s', async (name) => {
    expect(await inspect(driver, name)).toEqual([]);
  });
});

test('A network in Morocco: its story, from the first cut to the day when calls came back', async () => {
  await open('morocco');
  expect(await text('[data-section="facts"] h2')).toBe('On record: Morocco');
  expect(await text('main')).toContain('on the network of \u2068Maroc Telecom (AS36903)\u2069');
  const kinds = await page.$$eval('li[data-fact]', (all) => all.map((one) => one.getAttribute('data-fact')));
  expect(kinds).toEqual(expect.arrayContaining(['cut', 'extended', 'statement', 'estimate', 'order', 'restored']));
  expect(kinds.at(-1)).toBe('restored');
  expect(await text('[data-section="facts"]')).toContain('This is not evidence about your network now.');
});

test('Another country is chosen, and the address keeps it', async () => {
  await open('morocco');
  await page.select('select', 'QA');
  await eventually(() => text('[data-section="facts"] h2')).toBe('On record: Qatar');
  const hash = await page.evaluate(() => location.hash);
  await page.close();
  page = await openContext(driver, { ...FIXTURES.morocco, hash });
  expect(await text('[data-section="facts"] h2')).toBe('On record: Qatar');
});

test('A network that is filed while the page is open is the one that it speaks of', async () => {
  await open('unknown');
  expect(await text('main')).toContain('It is not known in which country your network is.');
  await driver.storage.set('local', 'place', FIXTURES.morocco?.place);
  await eventually(() => text('[data-section="facts"] h2')).toBe('On record: Morocco');
});

test('A VPN’s exit: the country is said to be the VPN’s', async () => {
  await open('vpn');
  expect(await text('main')).toContain('This is then the VPN’s country');
});

test('Nothing on record is said to be no sign that calls are free', async () => {
  await open('nothing-on-record');
  expect(await count('li[data-fact]')).toBe(0);
  expect(await text('[data-section="facts"]')).toContain('That is no sign that calls are free');
});

test.each(['hostile', 'hostile-operator'])(
  'A stored place that is an attack is shown as text, or not at all: %s',
  async (name) => {
    await open(name);
    expect(await count('img[src="x"]')).toBe(0);
    expect(await page.title()).toBe('Ringback, in context');
    expect(await text('main')).not.toContain('\u202e');
  },
);

test('It asks nobody: what it shows comes with the extension', async () => {
  await open('morocco');
  const elsewhere = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)),
  );
  expect(elsewhere).toEqual([]);
});

test('The popup’s foot leads to it', async () => {
  page = await openFixture(driver, POPUPS['some-blocked'] ?? {});
  expect(await page.$eval('.footer a[href="/context.html"]', (link) => link.textContent)).toBe('In context');
});
