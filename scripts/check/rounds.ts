import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../browser/driver.ts';

export interface RoundsOptions {
  readonly rounds: number;
  readonly spacing: number;
  readonly enough?: Enough;
}

/** Whether what this round said needs no further one. */
export type Enough = (snapshot: Snapshot) => boolean;

/** What one round may take at most, ms: the longest probe deadlines and room to start. */
export const ROUND_LIMIT_MS = 40_000;

const POLL_MS = 50;

/** Asked again after this long without a sign of a round: a network that changed meanwhile ends a round without a word. */
const ASK_AGAIN_MS = 3_000;

/** Runs rounds in the extension as "check now" does. Resolves to what was stored after each. */
export async function runRounds(driver: Driver, { rounds, spacing, enough }: RoundsOptions): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (let round = 1; round <= rounds; round++) {
    const startedAt = Date.now();
    const snapshot = await oneRound(driver, round);
    snapshots.push(snapshot);
    if (enough?.(snapshot)) break;
    const wait = startedAt + spacing * 1000 - Date.now();
    if (round < rounds && wait > 0) await sleep(wait);
  }
  return snapshots;
}

async function oneRound(driver: Driver, round: number): Promise<Snapshot> {
  const previous = await takenAt(driver);
  const deadline = Date.now() + ROUND_LIMIT_MS;
  let askedAt = 0;
  while (Date.now() < deadline) {
    if (!(await isUnderWay(driver))) {
      const snapshot = await driver.storage.get<Snapshot>('local', 'snapshot');
      if (snapshot && snapshot.takenAt !== previous) return snapshot;
      if (Date.now() - askedAt > ASK_AGAIN_MS) {
        await driver.sendMessage('checkNow', { confirm: false });
        askedAt = Date.now();
      }
    }
    await sleep(POLL_MS);
  }
  throw new Error(`Round ${round} did not end within ${ROUND_LIMIT_MS / 1000} s.`);
}

const takenAt = async (driver: Driver) => (await driver.storage.get<Snapshot>('local', 'snapshot'))?.takenAt;

async function isUnderWay(driver: Driver): Promise<boolean> {
  const progress = await driver.storage.get<Progress>('session', 'progress');
  return progress !== null && progress.expiresAt > Date.now();
}
