import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { until } from '../until.ts';

interface Api {
  readonly alarms: { getAll(): Promise<readonly { name: string }[]>; clearAll(): Promise<boolean> };
}
type Scope = { readonly browser?: Api; readonly chrome: Api };

async function alarms(driver: Driver): Promise<readonly string[]> {
  const page = await driver.openPage('blank-for-driver.html');
  const names = await page.evaluate(async () => {
    const scope = globalThis as unknown as Scope;
    return (await (scope.browser ?? scope.chrome).alarms.getAll()).map(({ name }) => name);
  });
  await page.close();
  return names;
}

async function lose(driver: Driver): Promise<void> {
  const page = await driver.openPage('blank-for-driver.html');
  await page.evaluate(async () => {
    const scope = globalThis as unknown as Scope;
    await (scope.browser ?? scope.chrome).alarms.clearAll();
  });
  await page.close();
}

const isPlanned = (driver: Driver) =>
  until('the next check is planned', async () => (await alarms(driver)).includes('check'));

describe('alarms that were lost', () => {
  let profileDir: string;
  beforeEach(() => {
    profileDir = mkdtempSync(join(tmpdir(), 'ringback-alarms-'));
  });
  afterEach(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  test('are there again when the browser starts after a crash', async () => {
    const first = await openDriver({ profileDir });
    await first.storage.set('local', 'snapshot', blockedSnapshot());
    await isPlanned(first);
    await lose(first);
    expect(await alarms(first)).toEqual([]);
    await first.kill();

    const second = await openDriver({ profileDir });
    await isPlanned(second);
    expect(await second.badgeText()).toBe('✕');
    await second.close();
  });

  test('are there again when anything wakes the background', async () => {
    const driver = await openDriver({ profileDir });
    await isPlanned(driver);
    await driver.stopWorker();
    await lose(driver);
    await driver.sendMessage('popupOpened');
    await isPlanned(driver);
    await driver.close();
  });
});
