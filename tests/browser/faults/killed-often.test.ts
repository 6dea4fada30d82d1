import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlans } from '../../../core/announce/plans.ts';
import { readMemory } from '../../../core/verdict/stored.ts';
import { readSnapshot } from '../../../core/verdict/stored-snapshot.ts';
import { blockedSnapshot } from '../stored.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';
import { SEED } from './seed.ts';

const MOMENTS = 50;
/** A round here lasts about 2.5 s: some moments come after its end. */
const LATEST_MS = 3_000;
/** So often the next round is let run to its end; in between it is killed as well. */
const WHOLE_ROUND_EVERY = 5;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ holdMs: 700 });
  await bench.driver.storage.set('local', 'snapshot', blockedSnapshot());
  await bench.settled();
});
afterAll(() => bench?.close());

const stored = async () => {
  const { storage } = bench.driver;
  const [snapshot, evidence, plans] = await Promise.all([
    storage.get('local', 'snapshot'),
    storage.get('local', 'evidence'),
    storage.get('local', 'plans'),
  ]);
  return { snapshot, evidence, turn: readPlans(plans).turn };
};

test(`a background killed at ${MOMENTS} moments of a check leaves the old answer or the new, and is ready again`, {
  timeout: 300_000,
}, async () => {
  const moment = fc.noBias(fc.integer({ min: 0, max: LATEST_MS }));
  const moments = fc.sample(moment, { seed: SEED, numRuns: MOMENTS });
  console.log(`RINGBACK_SEED=${SEED}: killed after ${moments.join(', ')} ms`);
  const left = { old: 0, new: 0 };
  const lasted: number[] = [];

  for (const [i, moment] of moments.entries()) {
    const what = `moment ${i}, ${moment} ms (RINGBACK_SEED=${SEED})`;
    const before = await stored();
    void bench.command('checkNow', { confirm: false });
    await sleep(moment);
    await bench.driver.stopWorker();
    // Any event wakes it; its first act is to clear up.
    await until(`${what}: it takes a command`, () => bench.command('saveSettings', {}));
    await bench.settled(what);

    const after = await stored();
    const snapshot = readSnapshot(after.snapshot);
    if (snapshot === null) throw new Error(`${what}: no answer is left.`);
    if (after.turn === before.turn) {
      left.old++;
      expect(after, what).toEqual(before);
    } else {
      left.new++;
      expect(after.turn, what).toBe(before.turn + 1);
      expect(snapshot.takenAt, what).toBeGreaterThan(readSnapshot(before.snapshot)?.takenAt ?? Number.NaN);
      // Answer and evidence are of the same round.
      const networks = Object.values(readMemory(after.evidence).networks);
      expect(Math.max(...networks.map(({ lastRoundAt }) => lastRoundAt)), what).toBe(snapshot.takenAt);
    }
    if (i % WHOLE_ROUND_EVERY === 0) lasted.push((await bench.check()).durationMs);
  }
  console.log(`left the old answer ${left.old} times, the new ${left.new} times`);
  console.log(`whole rounds lasted ${lasted.join(', ')} ms`);
  expect(left.old).toBeGreaterThan(0);
  expect(await bench.complaints()).toEqual([]);
});
