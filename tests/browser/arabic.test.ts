import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { FIXTURES as CONTEXTS } from './context/fixtures.ts';
import * as context from './context/gallery.ts';
import { openDriver } from './open-driver.ts';
import { FIXTURES as POPUPS } from './popup/fixtures.ts';
import * as popup from './popup/gallery.ts';
import { FIXTURES as TIMELINES } from './timeline/fixtures.ts';
import * as timeline from './timeline/gallery.ts';
import { BROWSER } from './under-test.ts';

// Firefox speaks Arabic only with a language pack, which few machines have. Chromium takes the extension's texts in the language that it
// is asked for, even where its own are missing.
describe.skipIf(BROWSER === 'firefox')('in Arabic', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openDriver({ lang: 'ar' });
  });
  afterAll(() => driver.close());

  const openPopup = () => popup.openFixture(driver, POPUPS['some-blocked'] ?? {});
  const openContext = () => context.openContext(driver, CONTEXTS.morocco);
  const openTimeline = () => timeline.openFixture(driver, TIMELINES.week ?? { history: {} });

  describe.each([
    ['popup', openPopup, '.services-head span'],
    ['timeline', openTimeline, 'h1'],
    ['page “In context”', openContext, 'h1'],
  ] as const)('the %s', (_, open, headings) => {
    test('is in Arabic, and reads from the right', async () => {
      const page = await open();
      expect(await told(page)).toEqual({
        lang: 'ar',
        dir: 'rtl',
        heading: expect.stringMatching(/^[\p{Script=Arabic}\P{L}]+$/u),
      });
      await page.close();
    });

    test('breaks no heading into letters at 360 px', async () => {
      const page = await open();
      await page.setViewport({ width: 360, height: 640 });
      expect(new Set(await lines(page, headings))).toEqual(new Set([1]));
      await page.close();
    });
  });

  describe('axe finds nothing and nothing sticks out, in every theme and width', () => {
    test.each(['before-consent', 'some-blocked-evidence', 'some-blocked-explain', 'looks-like-a-vpn'])(
      'the popup: %s',
      async (name) => {
        const results = await popup.inspect(driver, name);
        expect(results.flatMap(({ look, problems }) => problems.map((problem) => `${look}: ${problem}`))).toEqual([]);
      },
    );

    test.each(['year', 'states', 'deleting', 'own-word', 'comparing', 'sharing', 'table'])(
      'the timeline: %s',
      async (name) => {
        expect(await timeline.inspect(driver, name)).toEqual([]);
      },
    );

    test.each(['morocco', 'vpn', 'nothing-on-record'])('the page “In context”: %s', async (name) => {
      expect(await context.inspect(driver, name)).toEqual([]);
    });
  });
});

const told = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, heading: document.querySelector('h1')?.textContent };
  });

/** On how many lines the words of each element stand. */
const lines = (page: Page, selector: string): Promise<number[]> =>
  page.$$eval(selector, (all) =>
    all.map((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return words.getClientRects().length;
    }),
  );
