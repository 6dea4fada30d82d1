import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { built } from './accessibility/pages.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { EXTENSION } from './under-test.ts';

const LIGHT = 'rgb(251, 250, 247)';
const DARK = 'rgb(18, 24, 30)';

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
});
afterAll(() => driver.close());

const choose = (theme: string) => driver.sendMessage('saveSettings', { theme });
const ground = (page: Page) => () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.each(built())('%s', (file) => {
  test('wears the theme that was chosen, and another one as soon as it is chosen', async () => {
    await choose('dark');
    const page = await driver.openPage(file);
    await expect.poll(ground(page)).toBe(DARK);
    await choose('light');
    await expect.poll(ground(page)).toBe(LIGHT);
    await choose('dark');
    await expect.poll(ground(page)).toBe(DARK);
    await page.close();
  });

  test('knows the theme before anything is painted', () => {
    const html = readFileSync(join(EXTENSION, file), 'utf8');
    expect(html).toMatch(/<script src="\/theme\.js"><\/script>[\s\S]*<script type="module"/);
  });
});

test('what a page has kept is what the next one starts with', async () => {
  await choose('dark');
  const page = await driver.openPage('popup.html');
  await expect.poll(ground(page)).toBe(DARK);
  await page.evaluate(async () => {
    delete document.documentElement.dataset.theme;
    const script = Object.assign(document.createElement('script'), { src: '/theme.js' });
    document.head.append(script);
    await new Promise((resolve) => script.addEventListener('load', resolve));
  });
  expect(await ground(page)()).toBe(DARK);
  await page.close();
});
