import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE_IDS } from '../../../components/help/articles.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { FIXTURES } from '../popup/fixtures.ts';
import { openFixture } from '../popup/gallery.ts';
import { eventually } from '../until.ts';
import { inspect, openHelp, PLACES } from './gallery.ts';

let driver: Driver;
let page: Page;
beforeAll(async () => {
  driver = await openDriver();
});
afterEach(() => page?.close().catch(() => {}));
afterAll(() => driver.close());

const heading = () => page.$eval('h1', (h1) => h1.textContent);
const focused = () => page.evaluate(() => document.activeElement?.textContent);

describe('axe finds nothing and nothing sticks out, in every theme, direction and width', () => {
  test.each(PLACES)('at “%s”', async (place) => {
    expect(await inspect(driver, place)).toEqual([]);
  });
});

test('every article can be opened by its address, and by the list', async () => {
  page = await openHelp(driver, '');
  for (const id of ARTICLE_IDS) {
    const title = await page.$eval(`nav a[href="#${id}"]`, (link) => link.textContent);
    await page.click(`nav a[href="#${id}"]`);
    await eventually(heading).toBe(title);
  }
  const hash = await page.evaluate(() => location.hash);
  await page.close();
  page = await openHelp(driver, hash.slice(1));
  expect(await heading()).toBe('This browser can’t test calls');
});

test('by keyboard: a link moves on to the heading of its article, and the browser’s back leads back', async () => {
  page = await openHelp(driver, 'clear');
  await page.focus('.neighbours a');
  await page.keyboard.press('Enter');
  await eventually(focused).toBe('Calls likely blocked');
  await page.evaluate(() => history.back());
  await eventually(heading).toBe('No sign of blocking');
});

test('an unknown address shows the list, and runs nothing that it says', async () => {
  page = await openHelp(driver, '<img src=x onerror=alert(1)>');
  expect(await heading()).toBe('What the answers mean');
  expect(await page.$('img[src=x]')).toBeNull();
});

test('the popup’s verdict and a service’s evidence lead to their articles', async () => {
  page = await openFixture(driver, FIXTURES['some-blocked-evidence'] ?? {});
  const links = await page.$$eval('main a.help', (all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).hash),
  );
  expect(links).toEqual(['#network.some-blocked', '#calls.relay-answered']);
});
