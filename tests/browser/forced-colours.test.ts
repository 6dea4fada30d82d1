import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { dress } from './accessibility/looks.ts';
import { pages } from './accessibility/pages.ts';
import { paintedContrast } from './accessibility/read.ts';
import { openDriver } from './open-driver.ts';
import { BROWSER } from './under-test.ts';

/** What is filled with a colour, on the pages that have it. A style says nothing of what a browser lays behind words: a picture does. */
const FILLED: Readonly<Record<string, string>> = {
  'popup.html, before consent': '.button-main',
  'welcome.html, before consent': '.agree .button-main',
  'servers.html, empty': '.button-main',
  'servers.html, form': '.button-main',
  'options.html, services': 'nav a[aria-current]',
  'timeline.html, week': '.ranges input:checked + span',
};

describe('in forced colours the words on what is filled can be read', () => {
  let driver: Driver;
  beforeAll(async () => {
    // As a person has it who lets Firefox override the colours of pages.
    driver = await openDriver(BROWSER === 'firefox' ? { prefs: { 'browser.display.document_color_use': 2 } } : {});
  });
  afterAll(() => driver.close());

  test.each(Object.entries(FILLED))('%s: %s', async (name, selector) => {
    const page = await opened(driver, name);
    await dress(page, { forcedColors: true });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await paintedContrast(page, selector)).toBeGreaterThanOrEqual(4.5);
    await page.close();
  });
});

function opened(driver: Driver, name: string): Promise<Page> {
  const [, open] = pages().find(([known]) => known === name) ?? [];
  if (!open) throw new Error(`There is no page ${name}.`);
  return open(driver);
}
