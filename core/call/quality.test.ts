import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPoor, QUALITIES, qualityOf } from './quality.ts';

describe('a score', () => {
  test.for([
    [4.5, 'good'],
    [4.03, 'good'],
    [4.02, 'fair'],
    [3.6, 'fair'],
    [3.59, 'poor'],
    [3.1, 'poor'],
    [3.09, 'bad'],
    [1, 'bad'],
  ] as const)('of %d is %s', ([mos, quality]) => {
    expect(qualityOf(mos)).toBe(quality);
    // What many would complain of.
    expect(isPoor(mos)).toBe(['poor', 'bad'].includes(quality));
  });

  test('that is higher is never said to be worse', () => {
    const place = (mos: number) => QUALITIES.findIndex(([quality]) => quality === qualityOf(mos));
    const any = fc.double({ min: 1, max: 4.5, noNaN: true });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(place(Math.max(a, b))).toBeLessThanOrEqual(place(Math.min(a, b)));
      }),
    );
  });
});
