import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { BROWSER } from '../under-test.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
let driver: Driver;
beforeAll(async () => {
  bench = await openBench({ holdMs: 1_000 });
  ({ driver } = bench);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => bench?.close());

interface Scope {
  readonly browser: {
    readonly runtime: { getManifest(): { optional_host_permissions: string[] } };
    readonly permissions: { remove(permissions: object): Promise<boolean> };
  };
}

/** As the popup's button does it. */
const withdraw = (page: Page) =>
  page.evaluate(() => {
    const { runtime, permissions } = (globalThis as unknown as Scope).browser;
    const origins = runtime.getManifest().optional_host_permissions.filter((pattern) => !pattern.includes('//*'));
    return permissions.remove({ origins, permissions: ['webRequest'] });
  });

/** A headless Chromium grants no permission, so none can be withdrawn. */
test.skipIf(BROWSER === 'chromium')(
  'host access withdrawn in the middle of a check that reads errors: the check ends, and the next one does without',
  async () => {
    expect(await driver.grantHosts()).toBe(true);
    await until('what the grant set off is over', async () => !(await bench.isChecking()), 30_000);
    const page = await driver.openPage('blank-for-driver.html');
    expect((await bench.check()).explained).toBe(true);

    const before = (await bench.snapshot())?.takenAt ?? Number.NaN;
    await bench.command('checkNow', { confirm: false });
    await until('the check is under way', bench.isChecking);
    await sleep(300);
    expect(await withdraw(page)).toBe(true);
    await until('the check ends', async () => ((await bench.snapshot())?.takenAt ?? 0) > before, 30_000);
    await until('what the withdrawal set off is over', async () => !(await bench.isChecking()), 30_000);
    await bench.settled();

    expect((await bench.check()).explained).toBe(false);
    expect(await bench.popupText()).toContain('Google Meet');
    expect(await bench.complaints()).toEqual([]);
  },
);
