import { expect, test } from 'vitest';
import { dailyMegabytes } from './cost.ts';

test('The default interval keeps to the bound of 3 MB a day', () => {
  expect(dailyMegabytes(30)).toBeCloseTo(2.4);
});

test('Half as often costs half as much', () => {
  expect(dailyMegabytes(60)).toBeCloseTo(dailyMegabytes(30) / 2);
  expect(dailyMegabytes(24 * 60)).toBeCloseTo(0.05);
});
