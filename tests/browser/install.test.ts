import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { openDriver } from './open-driver.ts';
import { BROWSER, EXTENSION } from './under-test.ts';

/** Permissions that are granted without a word to the person. */
const SILENT = { chromium: ['alarms', 'offscreen', 'storage'], firefox: ['alarms', 'dns', 'storage'] };

interface Scope {
  readonly permissions: { getAll(): Promise<{ origins: readonly string[]; permissions: readonly string[] }> };
}

describe('installing', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openDriver();
  });
  afterAll(() => driver.close());

  test('grants no host, and no permission that a browser warns of', async () => {
    const page = await driver.openPage('popup.html');
    const granted = await page.evaluate(() => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', Scope>;
      return (scope.browser ?? scope.chrome).permissions.getAll();
    });
    expect(granted.origins).toEqual([]);
    expect([...granted.permissions].sort()).toEqual(SILENT[BROWSER]);
  });

  test('requires no host in its manifest', () => {
    const manifest = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  test('stores no consent', async () => {
    expect(await driver.storage.get('local', 'consent')).toBeNull();
  });
});
