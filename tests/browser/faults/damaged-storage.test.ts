import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot, orphanedProgress } from '../stored.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';
import { SEED } from './seed.ts';

/** Everything that lives in `storage.local`, apart from the consent without which nothing happens. */
const ITEMS = ['snapshot', 'settings', 'evidence', 'salt', 'plans', 'place'] as const;

let bench: Bench;
let driver: Driver;
beforeAll(async () => {
  bench = await openBench();
  ({ driver } = bench);
});
afterAll(() => bench?.close());
beforeEach(async () => {
  await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
});

const put = async (items: Readonly<Record<string, unknown>>) => {
  for (const [name, value] of Object.entries(items)) await driver.storage.set('local', name, value);
};

/** Opens the popup and checks: neither may be kept from it by what is stored. */
async function worksAgain(): Promise<void> {
  await driver.stopWorker();
  const text = await bench.popupText();
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  await driver.storage.set('local', 'settings', { services: ['meet'], automatic: false });
  const { takenAt, network } = await bench.check();
  expect(Math.abs(Date.now() - takenAt)).toBeLessThan(60_000);
  expect(network.since).toBeLessThanOrEqual(takenAt);
  expect(await bench.popupText()).toContain('Google Meet');
  expect(await bench.complaints()).toEqual([]);
}

describe('whatever is stored, the popup opens and a check works', () => {
  const anything = fc.record(Object.fromEntries(ITEMS.map((name) => [name, fc.jsonValue()])));
  test.each(fc.sample(anything, { seed: SEED, numRuns: 4 }))(`any JSON (RINGBACK_SEED=${SEED}): %j`, async (items) => {
    await put(items);
    await worksAgain();
  });

  test.each([0, 2, 99])('of schema version %j', async (schemaVersion) => {
    await put({
      snapshot: { ...blockedSnapshot(), schemaVersion },
      evidence: { schemaVersion, networks: {}, answered: {} },
    });
    await worksAgain();
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a snapshot without its services', { snapshot: { ...blockedSnapshot(), services: null } }],
    ['a snapshot of a state that there is not', { snapshot: { ...blockedSnapshot(), network: { state: 'fine' } } }],
    ['a snapshot with its version and nothing else', { snapshot: { schemaVersion: 1 } }],
    ['services that are no list', { settings: { services: 7, automatic: 'no' } }],
    ['services that are no ids', { settings: { services: [{}, null, 7], automatic: false } }],
  ])('%s', async (_, items) => {
    await put(items);
    await worksAgain();
  });

  test('a progress that is none', async () => {
    await driver.storage.set('session', 'progress', { ...orphanedProgress(), services: 7, done: 'all', total: null });
    await worksAgain();
  });
});

describe('what is stored as consent and is none', () => {
  test.each(['yes', 1, true, [], {}, { agreedAt: null }])(
    '%j: nothing is asked, and the question is put',
    async (consent) => {
      await put({ snapshot: blockedSnapshot(), consent });
      const before = await bench.snapshot();
      await until('the command is taken', () => bench.command('checkNow', { confirm: false }), 10_000);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await bench.isChecking()).toBe(false);
      expect(await bench.snapshot()).toEqual(before);
      const page = await driver.openPage('popup.html');
      await page.waitForFunction(() => document.body.textContent.trim() !== '');
      expect(await page.$('.header')).toBeNull();
      await page.close();
    },
  );
});
