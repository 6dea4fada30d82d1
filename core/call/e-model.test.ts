import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mosOf, mosOfRating, ratingOf } from './e-model.ts';

type Formula = (roundTripMs: number, jitterMs: number, percent: number) => number;

/** What others use, as they publish it: the polynomial that all share, without a bound of its own. */
const polynomial = (r: number) => 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r);
const simplified = (base: number, roundTripMs: number, jitterMs: number, percent: number) => {
  const effective = roundTripMs + 2 * jitterMs + 10;
  return base - (effective < 160 ? effective / 40 : (effective - 120) / 10) - 2.5 * percent;
};
const twilio: Formula = (...input) => {
  const r = simplified(94.768, ...input);
  return r < 6.52 ? 1 : polynomial(r);
};
const issueDetector: Formula = (...input) => polynomial(simplified(93.2, ...input));
const coleRosenbluth =
  (b: number, c: number, delayMs: (roundTripMs: number, jitterMs: number) => number): Formula =>
  (roundTripMs, jitterMs, percent) => {
    const d = delayMs(roundTripMs, jitterMs);
    const r = 93.2 - (0.024 * d + 0.11 * Math.max(0, d - 177.3)) - b * Math.log(1 + (c * percent) / 100);
    return r < 0 ? 1 : polynomial(Math.min(100, r));
  };
/** G.711, with 50 ms of delay of its own. */
const g711 = coleRosenbluth(30, 15, (roundTripMs, jitterMs) => roundTripMs / 2 + 2 * jitterMs + 50);
/** A fixed delay (150 ms and its packet), whatever the round trip. */
const openTok = coleRosenbluth(19.8, 29.7, () => 180);

const ours: Formula = (roundTripMs, jitterMs, percent) =>
  mosOf({ roundTripMs, jitterMs, loss: percent / 100 }) ?? Number.NaN;

describe('published vectors', () => {
  test.for<
    [input: Parameters<Formula>, ours: number, twilio: number, issueDetector: number, g711: number, openTok: number]
  >([
    [[20, 2, 0], 4.36, 4.42, 4.39, 4.38, 4.3],
    [[100, 10, 0], 4.32, 4.37, 4.34, 4.35, 4.3],
    [[150, 20, 1], 4.14, 4.17, 4.12, 4.2, 4.15],
    [[200, 30, 2], 3.75, 3.81, 3.74, 3.89, 4.0],
    [[300, 30, 3], 3.26, 3.22, 3.14, 3.44, 3.86],
    [[400, 40, 5], 2.45, 2.33, 2.25, 2.66, 3.62],
    [[600, 80, 10], 1.06, 1, 0.99, 1.17, 3.17],
    [[800, 100, 15], 1, 1, 2.73, 1, 2.84],
  ])('round trip, jitter, loss of %s', ([input, opus, ...others]) => {
    expect(ours(...input).toFixed(2)).toBe(opus.toFixed(2));
    const published = [twilio, issueDetector, g711, openTok].map((formula) => Number(formula(...input).toFixed(2)));
    expect(published).toEqual(others);
  });
});

describe('the score', () => {
  const ms = fc.double({ min: 0, max: 1e5, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

  test('never rises with more delay, jitter or loss', () => {
    const quality = fc.record({ roundTripMs: ms, jitterMs: ms, loss: share });
    fc.assert(
      fc.property(quality, ms, ms, share, (better, delay, jitter, loss) => {
        const worse = {
          roundTripMs: better.roundTripMs + delay,
          jitterMs: better.jitterMs + jitter,
          loss: Math.min(1, better.loss + loss),
        };
        // Sums of numbers that can't be written exactly differ in their last place.
        expect(mosOf(worse)).toBeLessThanOrEqual((mosOf(better) ?? Number.NaN) + 1e-9);
      }),
    );
  });

  test('is between 1 and 4.5 for all that a browser could tell', () => {
    fc.assert(
      fc.property(finite, finite, finite, (roundTripMs, jitterMs, loss) => {
        const mos = mosOf({ roundTripMs, jitterMs, loss });
        expect(mos).toBeGreaterThanOrEqual(1);
        expect(mos).toBeLessThanOrEqual(4.5);
      }),
    );
  });

  test('is unknown when a term is missing, and never as if it were 0', () => {
    const whole = { roundTripMs: 40, jitterMs: 2, loss: 0 };
    for (const term of ['roundTripMs', 'jitterMs', 'loss']) expect(mosOf({ ...whole, [term]: null })).toBeNull();
  });

  test('uses the whole scale of the rating', () => {
    expect(mosOfRating(0)).toBe(1);
    expect(mosOfRating(100)).toBe(4.5);
    expect(ratingOf({ roundTripMs: 1e9, jitterMs: 0, loss: 1 })).toBe(0);
  });
});
