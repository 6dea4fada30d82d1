import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { until } from './until.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
});
afterAll(() => driver.close());

interface Changes {
  readonly rounds: string[];
  readonly snapshots: number[];
}

/** What was written to storage, in order, as a page of the extension sees it. */
type Scope = Record<
  'browser' | 'chrome',
  { storage: { onChanged: { addListener(heard: (changes: Record<string, { newValue?: unknown }>) => void): void } } }
> & { changes: Changes };

test('two wishes to check at the same time make one round', async () => {
  const page = await driver.openPage('popup.html');
  await page.evaluate(() => {
    const scope = globalThis as unknown as Scope;
    scope.changes = { rounds: [], snapshots: [] };
    (scope.browser ?? scope.chrome).storage.onChanged.addListener(({ progress, snapshot }) => {
      const round = (progress?.newValue as { roundId?: string } | undefined)?.roundId;
      if (round && !scope.changes.rounds.includes(round)) scope.changes.rounds.push(round);
      const taken = (snapshot?.newValue as { takenAt?: number } | undefined)?.takenAt;
      if (taken) scope.changes.snapshots.push(taken);
    });
  });
  await Promise.all([
    driver.sendMessage('checkNow', { confirm: false }),
    driver.sendMessage('checkNow', { confirm: false }),
    driver.sendMessage('checkNow', { confirm: true }),
  ]);
  await until('the check ends', async () => (await driver.storage.get<Snapshot>('local', 'snapshot')) !== null);
  // A second round would have begun by now.
  await until('it is quiet', async () => (await driver.storage.get('session', 'progress')) === null);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const changes = await page.evaluate(() => (globalThis as unknown as Scope).changes);
  expect(changes.rounds).toHaveLength(1);
  expect(changes.snapshots).toHaveLength(1);
});
