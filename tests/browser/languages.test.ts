import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build/output.ts';
import { openDriver } from './open-driver.ts';
import { FIXTURES } from './popup/fixtures.ts';
import { openFixture } from './popup/gallery.ts';
import { BROWSER, EXTENSION } from './under-test.ts';

test('every language is built in, Portuguese by the names that the browser’s store knows', () => {
  const languages = readdirSync(join(ROOT, 'locales')).map((file) => file.replace(/\.yml$/, ''));
  const folders = languages.flatMap((language) =>
    language === 'pt' && BROWSER === 'chromium' ? ['pt_BR', 'pt_PT'] : language,
  );
  expect(readdirSync(join(EXTENSION, '_locales')).sort()).toEqual(folders.sort());
});

// Firefox speaks another language only with a language pack, which few machines have.
describe.skipIf(BROWSER === 'firefox')('languages that share a folder’s texts, or that the store does not list', () => {
  test.each([
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt'],
    ['ur', 'ur'],
  ])('in %s the popup is written in %s', async (lang, written) => {
    const driver = await openDriver({ lang });
    try {
      const page = await driver.openPage('popup.html');
      await page.waitForSelector('h1');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(written);
    } finally {
      await driver.close();
    }
  });
});

describe.skipIf(BROWSER === 'firefox')('languages with long words', () => {
  test.each(['de', 'ru'])(
    'in %s no head of a column and no button of the popup breaks a word, on a small phone',
    async (lang) => {
      const driver = await openDriver({ lang });
      try {
        const page = await openFixture(driver, FIXTURES['some-blocked'] ?? {});
        await page.setViewport({ width: 320, height: 640 });
        expect(await brokenWords(page, '.services-head span, .button')).toEqual([]);
      } finally {
        await driver.close();
      }
    },
  );
});

/** Words that stand on more than one line. */
const brokenWords = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) =>
    all
      .flatMap((element) => [...element.childNodes].filter((node) => node instanceof Text))
      .flatMap((text) =>
        [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return range.getClientRects().length > 1 ? word : [];
        }),
      ),
  );
