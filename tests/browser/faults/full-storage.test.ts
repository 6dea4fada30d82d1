import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { BROWSER } from '../under-test.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';

/** `chrome.storage.local.QUOTA_BYTES`; Firefox has no bound of its own. */
const QUOTA_BYTES = 10 * 1024 * 1024;

describe.skipIf(BROWSER === 'firefox')('a storage that is full (Chromium: 10 MB)', () => {
  let bench: Bench;
  let driver: Driver;
  /** So small that a new one can't take its place. */
  const before = { ...blockedSnapshot(), services: [] };
  beforeAll(async () => {
    bench = await openBench();
    ({ driver } = bench);
    await driver.storage.set('local', 'snapshot', before);
  });
  afterAll(() => bench?.close());

  test('keeps the old answer, says so in the log only, and takes the next check when there is room', async () => {
    // A few bytes are left, fewer than a round needs.
    for (let size = QUOTA_BYTES; size > 8; size /= 2) await fill(size);
    await until('a check is taken', () => bench.command('checkNow', { confirm: false }), 10_000);
    await until('the round gives up', async () => (await bench.complaints()).length > 0);
    await bench.settled();
    expect(await bench.snapshot()).toEqual(before);
    expect(await driver.badgeText()).toBe('✕');
    expect(await bench.popupText()).toContain('Calls are likely blocked here');
    const complaints = await bench.complaints();
    expect(complaints.filter((text) => !/^ringback: .*quota/i.test(text))).toEqual([]);

    await empty();
    expect((await bench.check()).takenAt).toBeGreaterThan(before.takenAt);
  });

  /** Those that found room: to write even a smaller value under a new name would need some. */
  const filled: string[] = [];
  const fill = async (bytes: number) => {
    const key = `filling-${filled.length}`;
    try {
      await driver.storage.set('local', key, 'x'.repeat(Math.floor(bytes)));
      filled.push(key);
    } catch {
      // No room for this one.
    }
  };
  const empty = async () => {
    for (const key of filled) await driver.storage.set('local', key, 0);
  };
});
