import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build/output.ts';
import { pages } from './accessibility/pages.ts';
import { openDriver } from './open-driver.ts';
import { overflows } from './popup/gallery.ts';
import { BROWSER, EXTENSION } from './under-test.ts';

test('every language is built in, Portuguese by the names that the browser’s store knows', () => {
  const folders = languages().flatMap((language) =>
    language === 'pt-BR' ? (BROWSER === 'chromium' ? ['pt_BR', 'pt_PT'] : 'pt') : language.replace('-', '_'),
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

describe.skipIf(BROWSER === 'firefox')(
  'on a small phone nothing sticks out, no button or heading breaks a word, and the popup’s foot is one row',
  () => {
    test.each(languages())('in %s', async (lang) => {
      const driver = await openDriver({ lang });
      try {
        for (const [name, open] of pages().filter(([name]) => LOOKED_AT.includes(name))) {
          const page = await open(driver);
          await page.setViewport({ width: 320, height: 640 });
          expect
            .soft([await overflows(page), lang === 'zh-CN' ? [] : await brokenWords(page, WHOLE)], name)
            .toEqual([[], []]);
          if (name.startsWith('popup')) {
            await page.setViewport({ width: 360, height: 640 });
            expect
              .soft([
                await rows(page, '.footer .button'),
                lang === 'zh-CN' ? [] : await brokenWords(page, '.footer .button'),
              ])
              .toEqual([1, []]);
          }
          await page.close();
        }
      } finally {
        await driver.close();
      }
    });
  },
);

/** One state of each page, the one with the most words. */
const LOOKED_AT = [
  'popup.html, evidence opened',
  'timeline.html, comparing',
  'welcome.html, before consent',
  'options.html, services',
  'help.html, article',
  'context.html, record',
  'servers.html, form with problems',
  'servers.html, result',
];

/** What is read at a glance. Chinese may break anywhere. */
const WHOLE = '.services-head span, .button, h1, h2';

/** Portuguese by a name that Chromium's folder for it has. */
function languages(): string[] {
  const files = readdirSync(join(ROOT, 'locales')).map((file) => file.replace(/\.yml$/, ''));
  return files.map((language) => (language === 'pt' ? 'pt-BR' : language.replace('_', '-')));
}

/** On how many lines they stand. */
const rows = (page: Page, selector: string): Promise<number> =>
  page.$$eval(selector, (all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);

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
