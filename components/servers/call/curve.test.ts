import { expect, test } from 'vitest';
import { lineOf } from './curve.ts';

test('A curve reaches from one edge to the other, the highest value at the top', () => {
  expect(lineOf([0, 50, 100], 100)).toBe('M0.0 38.0L50.0 20.0L100.0 2.0');
});

test('Nothing is drawn where nothing was measured', () => {
  expect(lineOf([0, null, 0, 0], 10)).toBe('M0.0 38.0h1M66.7 38.0L100.0 38.0');
  expect(lineOf([null, null], 10)).toBe('');
});
