import { expect, test } from 'vitest';
import { sideOf, thisAndAnother, weekAgoAndNow } from './sides.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 5);
const DAY = 86_400_000;
const networks = [
  { label: 'Home', keys: ['a', 'b'] },
  { label: 'VPN', keys: ['c'] },
];
const sides = (picks: ReturnType<typeof thisAndAnother>) => picks.map((pick) => sideOf(pick, networks, NOW));

test('this network and another, each as it was checked last', () => {
  expect(sides(thisAndAnother(NOW))).toEqual([
    { networks: ['a', 'b'], when: { at: NOW } },
    { networks: ['c'], when: { at: NOW } },
  ]);
});

test('this network a week ago and now', () => {
  expect(sides(weekAgoAndNow(NOW))).toEqual([
    { networks: ['a', 'b'], when: { at: NOW - 7 * DAY, within: DAY / 2 } },
    { networks: ['a', 'b'], when: { at: NOW } },
  ]);
});

test('a span ends now', () => {
  expect(sideOf({ network: 1, when: 'day', moment: '' }, networks, NOW).when).toEqual({ from: NOW - DAY, to: NOW });
});

test('a moment that is not written yet is now, and a network that is gone has no rounds', () => {
  expect(sideOf({ network: 9, when: 'moment', moment: '' }, networks, NOW)).toEqual({
    networks: [],
    when: { at: NOW },
  });
});
