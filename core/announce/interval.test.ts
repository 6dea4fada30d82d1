import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCheckMinutes } from './interval.ts';

describe('the next check', () => {
  test.for([
    { quiet: 0, minutes: 30 },
    { quiet: 5, minutes: 30 },
    { quiet: 6, minutes: 60 },
    { quiet: 15, minutes: 60 },
    { quiet: 16, minutes: 120 },
    { quiet: 1_000, minutes: 120 },
  ])('after $quiet quiet rounds of a half-hour interval comes in $minutes minutes', ({ quiet, minutes }) => {
    expect(nextCheckMinutes(30, quiet, 0.5)).toBe(minutes);
  });

  test.for([
    { chosen: 60, minutes: 120, why: 'evidence would fade in between' },
    { chosen: 240, minutes: 240, why: 'the person chose so' },
  ])('of an interval of $chosen minutes comes in $minutes on a stable network: $why', ({ chosen, minutes }) => {
    expect(nextCheckMinutes(chosen, 1_000, 0.5)).toBe(minutes);
  });

  test('comes up to a fifth early or late, so that rounds of many people do not fall on one minute', () => {
    expect(nextCheckMinutes(30, 0, 0)).toBe(24);
    expect(nextCheckMinutes(30, 0, 1)).toBe(36);
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(random, random, (a, b) => {
        if (a < b) expect(nextCheckMinutes(30, 0, a)).toBeLessThanOrEqual(nextCheckMinutes(30, 0, b));
        expect(nextCheckMinutes(30, 20, a)).toBeGreaterThanOrEqual(96);
        expect(nextCheckMinutes(30, 20, a)).toBeLessThanOrEqual(144);
      }),
    );
  });

  test('a day of checks at the default interval is under 60 wake-ups, though every one came early', () => {
    let minutes = 0;
    let wakeUps = 0;
    for (; minutes < 24 * 60; wakeUps++) minutes += nextCheckMinutes(30, wakeUps, 0);
    expect(wakeUps).toBeLessThan(60);
  });
});
