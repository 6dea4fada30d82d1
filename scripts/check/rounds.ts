import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress, ServiceAssessment, Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../browser/driver.ts';

export interface RoundsOptions {
  readonly rounds: number;
  readonly spacing: number;
  readonly enough?: Enough;
  /** Waits for what *explain* finds out after the last round. */
  readonly explained: boolean;
}

/** Whether what this round said needs no further one. */
export type Enough = (snapshot: Snapshot) => boolean;

/** What one round may take at most, ms: the longest probe deadlines and room to start. */
export const ROUND_LIMIT_MS = 40_000;

const POLL_MS = 50;

/** Asked again after this long without a sign of a round: a network that changed meanwhile ends a round without a word. */
const ASK_AGAIN_MS = 3_000;

/** Runs rounds in the extension as "check now" does. Resolves to what was stored after each. */
export async function runRounds(
  driver: Driver,
  { rounds, spacing, enough, explained }: RoundsOptions,
): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (let round = 1; round <= rounds; round++) {
    const startedAt = Date.now();
    const snapshot = await oneRound(driver, round);
    snapshots.push(snapshot);
    if (enough?.(snapshot)) break;
    const wait = startedAt + spacing * 1000 - Date.now();
    if (round < rounds && wait > 0) await sleep(wait);
  }
  const last = snapshots.at(-1);
  return explained && last ? [...snapshots.slice(0, -1), await explanation(driver, last)] : snapshots;
}

/** A long look at silent hosts takes this long at most (see `probes/long-look.ts`), ms. */
export const EXPLANATION_MS = 45_000;

/** The same snapshot, once it tells how its silent web hosts are blocked; as it is when that does not come. */
async function explanation(driver: Driver, last: Snapshot): Promise<Snapshot> {
  const deadline = Date.now() + EXPLANATION_MS;
  let snapshot = last;
  while (snapshot.services.some(isVague) && Date.now() < deadline) {
    await sleep(500);
    const stored = await driver.storage.get<Snapshot>('local', 'snapshot');
    if (stored?.takenAt === last.takenAt) snapshot = stored;
  }
  return snapshot;
}

const isVague = ({ messages, evidence }: ServiceAssessment): boolean =>
  messages.mechanism === 'unknown' &&
  evidence.some(({ observation: seen }) => seen?.probe === 'https' && seen.outcome === 'silent');

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
