import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { blockedSnapshot, orphanedProgress } from './stored.ts';
import { AT_ONCE_MS, until } from './until.ts';

describe('a background that is killed in the middle of a check', () => {
  let driver: Driver;
  const before = blockedSnapshot();
  const isChecking = async () => (await driver.storage.get('session', 'progress')) !== null;
  /** A command that reaches the dying worker is never answered: it is given again, as the popup offers to. */
  const wake = () =>
    until('the background takes a command', () =>
      Promise.race([driver.sendMessage('saveSettings', {}).then(() => true), sleep(1_500).then(() => false)]),
    );
  const snapshot = () => driver.storage.get<Snapshot>('local', 'snapshot');

  beforeEach(async () => {
    driver = await openDriver();
    await agreeQuietly(driver);
    await driver.storage.set('local', 'snapshot', before);
  });
  afterEach(() => driver.close());

  test('loses no earlier result, and starts anew without "checking" left over', async () => {
    await driver.sendMessage('checkNow', { confirm: false });
    await until('the check is under way', isChecking);
    await driver.stopWorker();
    expect(await snapshot()).toEqual(before);

    // Any event wakes it; its first act is to clear up.
    await wake();
    await until('"checking" is gone', async () => !(await isChecking()), AT_ONCE_MS);
    expect(await snapshot()).toEqual(before);
    expect(await driver.badgeText()).toBe('✕');

    await driver.sendMessage('checkNow', { confirm: false });
    await until('the next check ends with a result', async () => (await snapshot())?.takenAt !== before.takenAt);
    expect(await isChecking()).toBe(false);
  });

  test('leaves no "checking" behind even if it dies before it could say a word', async () => {
    await driver.stopWorker();
    await driver.storage.set('session', 'progress', orphanedProgress());
    await wake();
    await until('"checking" is gone', async () => !(await isChecking()), AT_ONCE_MS);
  });
});
