import { expect, test, vi } from 'vitest';
import { bytes, clock, minuteOf } from './format.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

test.for([
  [0, '00:00'],
  [7 * 60 + 5, '07:05'],
  [23 * 60 + 59, '23:59'],
] as const)('Minute %i is %s, and back', ([minute, time]) => {
  expect(clock(minute)).toBe(time);
  expect(minuteOf(time)).toBe(minute);
});

test('An empty time is none', () => {
  expect(minuteOf('')).toBeNull();
});

test('Amounts are as exact as they need to be', () => {
  expect([0, 412_300, 2_440_000].map(bytes)).toEqual(['0 kB', '410 kB', '2.4 MB']);
});
