import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elsewhere, lowerBound, type OpinionWord, share, wordFor } from './comparison.ts';
import type { Counts } from './opinion.ts';

const of = (anomalies: number, measured: number): Counts => ({ measured, anomalies });

test.each<[anomalies: number, measured: number, usual: number, OpinionWord]>([
  [0, 0, 3, 'none'],
  [9, 9, 3, 'too-few'],
  [10, 10, 3, 'more-often'],
  [37, 40, 3, 'more-often'],
  [0, 10, 3, 'as-elsewhere'],
  [1, 10, 3, 'as-elsewhere'],
  // Looks like more, and may be chance.
  [2, 10, 3, 'too-few'],
  [4, 10, 3, 'too-few'],
  [5, 10, 3, 'more-often'],
  // More than elsewhere, and not by enough to mean a thing.
  [120, 1000, 3, 'as-elsewhere'],
  [200, 1000, 3, 'more-often'],
  // A test that shows anomalies everywhere.
  [20, 40, 45, 'as-elsewhere'],
  [40, 40, 45, 'more-often'],
  // No share is more than all by the margin.
  [40, 40, 95, 'as-elsewhere'],
])('%d of %d, where %d of 100 is usual: %s', (anomalies, measured, usual, word) => {
  expect(wordFor(of(anomalies, measured), of(usual * 10, 1000))).toBe(word);
});

test('Where little is known of elsewhere there is nothing to compare with', () => {
  expect(wordFor(of(40, 40), of(1, 99))).toBe('too-few');
});

test('Elsewhere is the world without the country', () => {
  const country = of(80, 100);
  expect(elsewhere({ test: 'signal', operator: null, country, world: of(110, 1100) })).toEqual(of(30, 1000));
});

/** Of all of *n* it is n / (n + z²). */
test.each([
  [3, 3, 0.3113],
  [10, 10, 0.6011],
  [0, 10, 0],
  [50, 100, 0.3752],
])('The lower end of Wilson’s interval of %d of %d', (anomalies, measured, bound) => {
  expect(lowerBound(of(anomalies, measured))).toBeCloseTo(bound, 3);
});

describe('whatever was counted', () => {
  const counts = fc.nat({ max: 5_000 }).chain((measured) => fc.nat({ max: measured }).map((one) => of(one, measured)));
  const some = counts.filter(({ measured }) => measured > 0);
  const order: Record<OpinionWord, number> = { none: 0, 'as-elsewhere': 1, 'too-few': 2, 'more-often': 3 };

  test('“more often” is said only of a larger share', () => {
    fc.assert(
      fc.property(counts, counts, (here, usual) => {
        if (wordFor(here, usual) === 'more-often') expect(share(here)).toBeGreaterThan(share(usual) + 0.1);
      }),
    );
  });

  test('one anomaly more never makes it sound better', () => {
    const known = fc.tuple(some, counts).filter(([here, usual]) => here.measured >= 10 && usual.measured >= 100);
    fc.assert(
      fc.property(known, ([here, usual]) => {
        fc.pre(here.anomalies < here.measured);
        const more = of(here.anomalies + 1, here.measured);
        expect(order[wordFor(more, usual)]).toBeGreaterThanOrEqual(order[wordFor(here, usual)]);
      }),
    );
  });

  test('the bound lies between nothing and the share', () => {
    fc.assert(
      fc.property(some, (here) => {
        expect(lowerBound(here)).toBeGreaterThanOrEqual(0);
        expect(lowerBound(here)).toBeLessThanOrEqual(share(here) + 1e-12);
      }),
    );
  });
});

test('Chance alone makes “more often” of hardly any network on which all is as elsewhere', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const networks = 20_000;
  let wrong = 0;
  for (let i = 0; i < networks; i++) {
    const measured = 10 + Math.floor(random() * 60);
    let anomalies = 0;
    for (let k = 0; k < measured; k++) if (random() < 0.1) anomalies++;
    if (wordFor(of(anomalies, measured), of(100, 1000)) === 'more-often') wrong++;
  }
  expect(wrong / networks).toBeLessThan(0.001);
});
