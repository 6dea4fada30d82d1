import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
let driver: Driver;
beforeAll(async () => {
  bench = await openBench({ holdMs: 700 });
  ({ driver } = bench);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => bench?.close());

interface Api {
  readonly windows: { create(wish: { url: string }): Promise<unknown> };
  readonly storage: {
    readonly onChanged: { addListener(heard: (changes: Record<string, { newValue?: unknown }>) => void): void };
  };
}
type Scope = { readonly browser?: Api; readonly chrome: Api } & { rounds: string[] };

test('popups in two windows show the same, and two presses make one check', async () => {
  const first = await driver.openPage('popup.html');
  const known = new Set(await first.browser().pages());
  await first.evaluate(() => {
    const scope = globalThis as unknown as Scope;
    const api = scope.browser ?? scope.chrome;
    scope.rounds = [];
    api.storage.onChanged.addListener(({ progress }) => {
      const id = (progress?.newValue as { roundId?: string } | undefined)?.roundId;
      if (id && !scope.rounds.includes(id)) scope.rounds.push(id);
    });
    return api.windows.create({ url: location.href }).then(() => {});
  });
  const second = await newPage(first, known);
  const both = [first, second];
  for (const page of both) await page.waitForSelector('.header .button', { timeout: 10_000 });
  expect(await said(second)).toBe(await said(first));

  await Promise.all(both.map(press));
  for (const page of both) await page.waitForSelector('[role=progressbar]');
  await until('the check ends', async () => !(await bench.isChecking()), 15_000);
  // A second round would have begun by now.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await bench.settled();
  for (const page of both) expect(await page.$('[role=progressbar]')).toBeNull();
  expect(await said(second)).toBe(await said(first));
  expect(await said(first)).not.toContain('Calls are likely blocked here');
  expect(await first.evaluate(() => (globalThis as unknown as Scope).rounds)).toHaveLength(1);
  expect(await bench.complaints()).toEqual([]);
});

async function newPage(first: Page, known: ReadonlySet<Page>): Promise<Page> {
  let fresh: Page | undefined;
  await until('the second window is there', async () => {
    fresh = (await first.browser().pages()).find((page) => !known.has(page) && page.url() === first.url());
    return fresh !== undefined;
  });
  return fresh as Page;
}

/** From inside: a window that lies behind another takes no click. */
const press = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('.header .button')?.click());
const said = (page: Page) => page.evaluate(() => document.querySelector('main')?.textContent ?? '');
