import { describe, expect, test } from 'vitest';
import { ALPHA, advance, BETA, LOWER, P_FAIL_BLOCKED, START, standing, UPPER } from './sequential.ts';

/**
 * How often the sequential test errs, by simulation with a fixed seed: 20 000 paths each, one round a minute.
 *
 * | P(fail, open) assumed | open path called blocked | rounds | blocked path called open | rounds |
 * | --- | --- | --- | --- | --- |
 * | .02 | 0.1 % | 2.1 | 1.2 % | 2.2 |
 * | .05 | 0.2 % | 2.2 | 1.1 % | 2.4 |
 * | .1  | 0.1 % | 2.5 | 1.4 % | 3.7 |
 * | .2  | 0.3 % | 3.0 | 1.7 % | 4.9 |
 * | .3  | 0.6 % | 3.9 | 2.0 % | 6.3 |
 *
 * A watch that never ends errs now and then: where failures are independent and as frequent as assumed, a path that stays open is
 * called blocked once in 2 400 rounds at .02, and less often than once in 4 000 above. A line that is twice as bad as assumed costs
 * up to six false alarms in a hundred decisions (at .15): why the line is learned from the controls of the same round.
 */
const PATHS = 20_000;
const MINUTE = 60_000;

/** Mulberry32 (Tommy Ettinger, public domain): uniform in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shares of paths decided either way when rounds fail with `pTrue` and the test believes `pOpen`. */
function decide(pOpen: number, pTrue: number, seed = 1): { blocked: number; rounds: number } {
  const random = seeded(seed);
  let blocked = 0;
  let rounds = 0;
  for (let path = 0; path < PATHS; path++) {
    let walk = START;
    do {
      rounds++;
      walk = advance(walk, random() < pTrue ? 'failed' : 'answered', pOpen, rounds * MINUTE);
    } while (walk.sum > LOWER && walk.sum < UPPER);
    if (walk.sum >= UPPER) blocked++;
  }
  return { blocked: blocked / PATHS, rounds: rounds / PATHS };
}

const ASSUMED = [0.02, 0.05, 0.1, 0.2, 0.3];

describe('the sequential test keeps its promise', () => {
  test.for(ASSUMED)('at P(fail, open) = %d: an open path is called blocked in fewer than 2α of all cases', (pOpen) => {
    expect(decide(pOpen, pOpen).blocked).toBeLessThan(2 * ALPHA);
  });

  test.for(ASSUMED)('at P(fail, open) = %d: a blocked path is called open in fewer than β of all cases', (pOpen) => {
    expect(1 - decide(pOpen, P_FAIL_BLOCKED).blocked).toBeLessThan(BETA);
  });

  test.for([
    { pOpen: 0.02, within: 2.5 },
    { pOpen: 0.1, within: 4 },
    { pOpen: 0.3, within: 7 },
  ])('at P(fail, open) = $pOpen: either is known within $within rounds on average', ({ pOpen, within }) => {
    expect(decide(pOpen, pOpen).rounds).toBeLessThan(within);
    expect(decide(pOpen, P_FAIL_BLOCKED).rounds).toBeLessThan(within);
  });

  test('a line twice as bad as it was thought to be gives at most six false alarms in a hundred', () => {
    for (const pOpen of [0.02, 0.05, 0.1, 0.15]) expect(decide(pOpen, 2 * pOpen).blocked).toBeLessThan(0.06);
  });

  test('a watch over an open path raises a false alarm less often than once in 2 000 rounds', () => {
    for (const pOpen of ASSUMED) {
      const random = seeded(7);
      const watched = 200_000;
      let alarms = 0;
      let walk = START;
      for (let round = 1; round <= watched; round++) {
        const was = standing(walk);
        walk = advance(walk, random() < pOpen ? 'failed' : 'answered', pOpen, round * MINUTE);
        if (standing(walk) === 'blocked' && was !== 'blocked') alarms++;
      }
      expect(watched / alarms).toBeGreaterThan(2_000);
    }
  });
});
