import { afterEach, describe, expect, test, vi } from 'vitest';
import { isQuiet, type QuietHours } from './quiet-hours.ts';

const clock = (hour: number, minute = 0): number => hour * 60 + minute;
const at = (time: string): Date => new Date(`2026-11-22T${time}`);

test('Without quiet hours no moment is quiet', () => {
  expect(isQuiet(null, at('03:00'))).toBe(false);
});

describe('quiet from 22:00 until 7:00', () => {
  const night: QuietHours = [clock(22), clock(7)];
  test.for([
    ['21:59', false],
    ['22:00', true],
    ['23:59:59', true],
    ['00:00', true],
    ['06:59:59', true],
    ['07:00', false],
    ['12:00', false],
  ] as const)('%s: %s', ([time, quiet]) => {
    expect(isQuiet(night, at(time))).toBe(quiet);
  });
});

describe('quiet from 13:00 until 15:30', () => {
  test.for([
    ['12:59', false],
    ['13:00', true],
    ['15:29', true],
    ['15:30', false],
    ['00:00', false],
  ] as const)('%s: %s', ([time, quiet]) => {
    expect(isQuiet([clock(13), clock(15, 30)], at(time))).toBe(quiet);
  });
});

test.for([0, clock(12), clock(23, 59)])('From and until the same, at minute %i: never quiet', (minute) => {
  for (const time of ['00:00', '11:59', '12:00', '12:01', '23:59']) {
    expect(isQuiet([minute, minute], at(time))).toBe(false);
  }
});

test('From midnight and until midnight', () => {
  expect([isQuiet([0, clock(6)], at('00:00')), isQuiet([0, clock(6)], at('23:59'))]).toEqual([true, false]);
  expect([isQuiet([clock(22), 0], at('23:59')), isQuiet([clock(22), 0], at('00:00'))]).toEqual([true, false]);
});

describe('where the clock is set by an hour in the night (Berlin)', () => {
  afterEach(() => vi.unstubAllEnvs());
  const early: QuietHours = [clock(1), clock(3)];
  test.for([
    ['2026-03-29T00:59:00Z', true],
    // 01:59 is followed by 03:00.
    ['2026-03-29T01:00:00Z', false],
    // 02:59 is followed by 02:00.
    ['2026-10-25T00:59:00Z', true],
    ['2026-10-25T01:59:00Z', true],
    ['2026-10-25T02:00:00Z', false],
  ] as const)('%s is what its clock says: %s', ([moment, quiet]) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(isQuiet(early, new Date(moment))).toBe(quiet);
  });
});
