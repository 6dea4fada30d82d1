import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { blockedSnapshot, orphanedProgress } from './stored.ts';
import { AT_ONCE_MS, until } from './until.ts';

describe('after the browser has ended and started again', () => {
  let profileDir: string;
  beforeEach(() => {
    profileDir = mkdtempSync(join(tmpdir(), 'ringback-restart-'));
  });
  afterEach(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  const isPainted = (driver: Driver) =>
    until('the badge is painted', async () => (await driver.badgeText()) === '✕', AT_ONCE_MS);

  test('the toolbar shows the last verdict without being asked', async () => {
    const first = await openDriver({ profileDir });
    await agreeQuietly(first);
    await first.storage.set('local', 'snapshot', blockedSnapshot());
    await isPainted(first);
    await first.close();

    const second = await openDriver({ profileDir });
    await isPainted(second);
    await second.close();
  });

  test('a crash in the middle of a check leaves the last verdict and no "checking"', async () => {
    const before = blockedSnapshot();
    const first = await openDriver({ profileDir });
    await agreeQuietly(first);
    await first.storage.set('local', 'snapshot', before);
    await first.storage.set('session', 'progress', orphanedProgress());
    await first.kill();

    const second = await openDriver({ profileDir });
    await isPainted(second);
    expect(await second.storage.get('local', 'snapshot')).toEqual(before);
    expect(await second.storage.get('session', 'progress')).toBeNull();
    await second.close();
  });
});
