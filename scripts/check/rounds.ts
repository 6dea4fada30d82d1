import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../browser/driver.ts';

export interface RoundsOptions {
  readonly services: readonly string[] | null;
  readonly rounds: number;
  readonly spacing: number;
}

/** What one round may take at most, ms: the longest probe deadlines and room to start. */
export const ROUND_LIMIT_MS = 40_000;

const POLL_MS = 100;

/** Runs rounds in the extension as a person who presses "check now" does. Resolves to what was stored after each. */
export async function runRounds(driver: Driver, options: RoundsOptions): Promise<Snapshot[]> {
  // First of all, so that agreeing starts no check of its own.
  await driver.sendMessage('saveSettings', { services: options.services, automatic: false });
  await driver.sendMessage('agree');
  const snapshots: Snapshot[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    const startedAt = Date.now();
    snapshots.push(await oneRound(driver, round));
    const wait = startedAt + options.spacing * 1000 - Date.now();
    if (round < options.rounds && wait > 0) await sleep(wait);
  }
  return snapshots;
}

async function oneRound(driver: Driver, round: number): Promise<Snapshot> {
  const deadline = Date.now() + ROUND_LIMIT_MS;
  while (await isUnderWay(driver))
    await sleepUntil(deadline, `Another check was still under way before round ${round}.`);
  const previous = (await driver.storage.get<Snapshot>('local', 'snapshot'))?.takenAt;
  // The answer may come when the round starts or when it ends: what is stored decides. An error ends the wait.
  let failure: unknown;
  driver.sendMessage('checkNow', { confirm: false }).catch((error: unknown) => {
    failure = error;
  });
  for (;;) {
    const snapshot = await driver.storage.get<Snapshot>('local', 'snapshot');
    if (snapshot && snapshot.takenAt !== previous && !(await isUnderWay(driver))) return snapshot;
    if (failure !== undefined) throw failure;
    await sleepUntil(deadline, `Round ${round} did not end within ${ROUND_LIMIT_MS / 1000} s.`);
  }
}

async function isUnderWay(driver: Driver): Promise<boolean> {
  const progress = await driver.storage.get<Progress>('session', 'progress');
  return progress !== null && progress.expiresAt > Date.now();
}

/** One poll's pause; past the deadline an error instead. */
async function sleepUntil(deadline: number, complaint: string): Promise<void> {
  if (Date.now() > deadline) throw new Error(complaint);
  await sleep(POLL_MS);
}
