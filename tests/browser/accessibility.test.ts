import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { walk } from './accessibility/keyboard.ts';
import { dress, type Look } from './accessibility/looks.ts';
import { clippedWhenSpaced, deafPlaces, movements, smallTargets } from './accessibility/measures.ts';
import { pages } from './accessibility/pages.ts';
import { openDriver } from './open-driver.ts';
import { axe, overflows } from './popup/gallery.ts';
import { BROWSER } from './under-test.ts';

/** docs/accessibility.md says which criterion is shown by what. */

// Firefox speaks Arabic only with a language pack, which few machines have; there English stands in, from the right.
const LANGUAGES = BROWSER === 'chromium' ? (['en', 'ar'] as const) : (['en'] as const);

const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { theme: 'dark' },
  ...(BROWSER === 'chromium'
    ? { 'forced colours': { forcedColors: true } }
    : { 'from the right': { direction: 'rtl' } }),
};

describe.each(LANGUAGES)('in the language %s', (lang) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openDriver({ lang });
    // Firefox draws no focus in the tab that it started with.
    await (await driver.openPage('popup.html')).close();
  });
  afterAll(() => driver.close());

  describe.each(pages())('%s', (_, open) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(driver);
    });
    afterAll(() => page?.close());

    test('axe finds nothing, in any theme', async () => {
      for (const [name, look] of Object.entries(LOOKS)) {
        await dress(page, look);
        expect(await axe(page), name).toEqual([]);
      }
    });

    test('Tab leads everywhere and out again, in order, and the focus shows', async () => {
      await dress(page, {});
      expect(await walk(page)).toEqual([]);
    });

    test('it fits 320 px and a zoom of 200 %, and what is pressed can be hit', async () => {
      for (const look of [{ width: 320 }, { width: 640, zoom: 2 }]) {
        await dress(page, look);
        expect([await overflows(page), await smallTargets(page)], JSON.stringify(look)).toEqual([[], []]);
      }
    });

    test('what is announced later has its place before it is', async () => {
      expect(await deafPlaces(page)).toEqual([]);
    });

    // WebDriver BiDi can not ask for less motion.
    test.skipIf(BROWSER === 'firefox')('nothing moves where no motion is wanted', async () => {
      expect(await movements(page)).toEqual([]);
    });

    test('text may be spaced: nothing is cut off', async () => {
      await dress(page, {});
      expect(await clippedWhenSpaced(page)).toEqual([]);
      expect(await overflows(page)).toEqual([]);
    });
  });
});
