import { setTimeout as sleep } from 'node:timers/promises';
import { badge } from '../../../core/announce/badge.ts';
import type { Snapshot } from '../../../core/verdict/snapshot.ts';
import { readSnapshot } from '../../../core/verdict/stored-snapshot.ts';
import type { Driver, LaunchOptions } from '../../../scripts/browser/driver.ts';
import { agreeQuietly, openDriver } from '../open-driver.ts';
import { AT_ONCE_MS, until } from '../until.ts';
import { complaintsOf } from './complaints.ts';
import { openStandIn } from './stand-in.ts';

/** A browser in which something is about to go wrong: the person has agreed, checks on demand only, and one service, so that rounds are short. */
export interface Bench {
  readonly driver: Driver;
  /** What went wrong in the extension so far, unheard. */
  complaints(): Promise<readonly string[]>;
  snapshot(): Promise<Snapshot | null>;
  isChecking(): Promise<boolean>;
  /** False when nobody answers: a command that is under way when its background dies may stay without an answer. */
  command(name: string, data: object): Promise<boolean>;
  /** Starts a round and waits for its end. */
  check(): Promise<Snapshot>;
  /** Nothing is left of a round, and the badge is that of what is stored. */
  settled(what?: string): Promise<void>;
  /** What an opened popup says. */
  popupText(): Promise<string>;
  close(): Promise<void>;
}

interface BenchOptions extends Partial<LaunchOptions> {
  /** How long web servers keep silent before they hang up, ms. */
  readonly holdMs?: number;
}

export async function openBench({ holdMs = 0, ...options }: BenchOptions = {}): Promise<Bench> {
  const standIn = await openStandIn(holdMs);
  const driver = await openDriver({ ...standIn.options, ...options });
  const complaints = await complaintsOf(driver, await driver.openPage('popup.html'));
  await agreeQuietly(driver);
  await driver.sendMessage('saveSettings', { services: ['meet'] });

  const snapshot = async () => readSnapshot(await driver.storage.get('local', 'snapshot'));
  const isChecking = async () => (await driver.storage.get('session', 'progress')) !== null;
  const command = (name: string, data: object) =>
    Promise.race([
      driver.sendMessage(name, data).then(
        () => true,
        () => false,
      ),
      sleep(2_000).then(() => false),
    ]);
  const settled = async (what = 'afterwards') => {
    await until(`${what}: "checking" is gone`, async () => !(await isChecking()), AT_ONCE_MS);
    const shown = badge(await snapshot(), false).text;
    await until(`${what}: the badge is "${shown}"`, async () => (await driver.badgeText()) === shown, AT_ONCE_MS);
  };
  return {
    driver,
    complaints,
    snapshot,
    isChecking,
    command,
    settled,
    async check() {
      const before = (await snapshot())?.takenAt;
      const isNew = async () => ![undefined, before].includes((await snapshot())?.takenAt);
      await until('a check is taken', () => command('checkNow', { confirm: false }), 10_000);
      // A popup that was opened on damaged settings may have a round of all services under way.
      await until('the check ends with an answer', isNew, 45_000);
      await settled();
      const after = await snapshot();
      if (after === null) throw new Error('The answer is gone.');
      return after;
    },
    async popupText() {
      const page = await driver.openPage('popup.html', { width: 400, height: 600 });
      await page.waitForFunction(() => document.body.textContent.trim() !== '');
      const text = await page.evaluate(() => document.body.textContent);
      await page.close();
      return text;
    },
    async close() {
      await driver.close();
      standIn.close();
    },
  };
}
