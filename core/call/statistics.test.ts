import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from './reading.ts';
import { hear, isSettled, secondsOf } from './statistics.ts';
import { heard, readings, seconds } from './testing.ts';

describe('a second', () => {
  test('counts from one reading to the next; the first one only begins the count', () => {
    expect(secondsOf(readings(...seconds(2)))).toEqual([
      { roundTripMs: 42, jitterMs: 2, loss: 0, packets: 50 },
      { roundTripMs: 42, jitterMs: 2, loss: 0, packets: 50 },
    ]);
    expect(secondsOf(readings())).toEqual([]);
  });

  test('takes what is missing in the sequence as a share of all', () => {
    const [second] = secondsOf(readings({ received: 20, lost: 5 }, 20, 20, { received: 30, lost: 5 }));
    expect(second).toMatchObject({ packets: 90, loss: 0.1 });
  });

  test('has lost nothing when packets came twice, or late', () => {
    expect(heard({ lost: 1 }, 12, { lost: -1 }, 12)).toMatchObject({ loss: 0 });
    expect(heard(12, 12, { lost: -4 }, 12)).toMatchObject({ loss: 0, seconds: [{ loss: 0 }] });
  });

  test('with no packet at all knows neither loss nor jitter', () => {
    expect(secondsOf(readings(...seconds(1, 0)))).toMatchObject([{ packets: 0, loss: null, jitterMs: null }]);
  });

  test('in which the browser began its counters anew knows no loss, and counts on', () => {
    const list = readings(...seconds(1));
    const again = list.map((reading, index) => (index < 3 ? reading : { ...reading, received: index, lost: 0 }));
    expect(secondsOf(again)).toMatchObject([{ loss: null, packets: 25 + 3 + 1 }]);
  });

  test.for([
    ['packets', { received: null }, { packets: 0, loss: null }],
    ['loss', { lost: null }, { packets: 50, loss: null }],
    ['jitter', { jitterMs: null }, { jitterMs: null, loss: 0 }],
    ['round trip', { roundTrips: [], echoMs: null }, { roundTripMs: null, loss: 0 }],
  ] as const)('of which the browser does not tell the %s has none, never 0', ([, untold, told]) => {
    const list = readings(...seconds(1)).map((reading): Reading => ({ ...reading, ...untold }));
    expect(secondsOf(list)).toMatchObject([told]);
  });
});

describe('the round trip', () => {
  test('is the browser’s own where it took one in this second', () => {
    expect(secondsOf(readings({ iceMs: 30 }, {}, { iceMs: 50 }, {}))).toMatchObject([{ roundTripMs: 40 }]);
  });

  test('is that of our own packets where the browser’s is an old one', () => {
    expect(secondsOf(readings({ iceMs: 30 }, {}, {}, {}, ...seconds(1)))).toMatchObject([
      { roundTripMs: 30 },
      { roundTripMs: 42 },
    ]);
  });

  test('is the browser’s where it does not tell how many it took', () => {
    const list = readings(...seconds(1)).map((one): Reading => ({ ...one, roundTrips: [{ ms: 35, taken: null }] }));
    expect(secondsOf(list)).toMatchObject([{ roundTripMs: 35 }]);
  });

  test('of the call is the median', () => {
    const times = [40, 41, 900].flatMap((echoMs) => seconds(1, { echoMs }));
    expect(heard(...times).roundTripMs).toBe(41);
  });
});

describe('silence', () => {
  test('of more than a second is a stall', () => {
    expect(heard(...seconds(2), ...seconds(1.5, 0), ...seconds(2))).toMatchObject({ stalls: 1, cutAfterS: null });
  });

  test('of a second or less is a pause', () => {
    expect(heard(...seconds(2), ...seconds(1, 0), ...seconds(2)).stalls).toBe(0);
  });

  test('of three seconds at the end is the end', () => {
    expect(heard(...seconds(3), ...seconds(3, 0))).toMatchObject({ stalls: 0, cutAfterS: 3 });
    expect(heard(...seconds(3, 0))).toMatchObject({ cutAfterS: 0 });
  });

  test('of less at the end is a stall like another', () => {
    expect(heard(...seconds(3), ...seconds(2, 0))).toMatchObject({ stalls: 1, cutAfterS: null });
  });

  test('of three seconds that ends is a stall', () => {
    expect(heard(...seconds(3), ...seconds(4, 0), ...seconds(1))).toMatchObject({ stalls: 1, cutAfterS: null });
  });

  test('is none where the browser does not tell', () => {
    const untold = readings(...seconds(12)).map((one): Reading => ({ ...one, received: null }));
    expect(hear(untold)).toMatchObject({ stalls: 0, cutAfterS: null });
  });

  test('between two late looks is none, when something came meanwhile', () => {
    const late = readings(...seconds(6)).filter((_, index) => index % 8 === 0);
    expect(hear(late)).toMatchObject({ stalls: 0, cutAfterS: null });
  });
});

describe('a call ends early', () => {
  test('when it has been steady, and not before the sixth second', () => {
    expect(isSettled(readings(...seconds(5)))).toBe(false);
    expect(isSettled(readings(...seconds(6)))).toBe(true);
  });

  test('not while its quality changes', () => {
    const losing = seconds(6).map((_, index) => (index === 16 ? { lost: 10 } : {}));
    expect(isSettled(readings(...losing))).toBe(false);
    expect(isSettled(readings(...losing, ...seconds(4)))).toBe(true);
  });

  test('not after a stall: the next one may come', () => {
    expect(isSettled(readings(...seconds(1), ...seconds(1.5, 0), ...seconds(8)))).toBe(false);
  });

  test('not while a term of its quality is unknown', () => {
    const untold = readings(...seconds(10)).map((one): Reading => ({ ...one, lost: null }));
    expect(isSettled(untold)).toBe(false);
  });

  test('when nothing has come for five seconds, and not after three', () => {
    expect(isSettled(readings(...seconds(3), ...seconds(4, 0)))).toBe(false);
    expect(isSettled(readings(...seconds(3), ...seconds(5, 0)))).toBe(true);
  });
});

test('Whatever a browser tells, the numbers are numbers in their bounds', () => {
  const told = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const reading = fc.record({
    at: fc.nat(20_000),
    received: told,
    lost: told,
    jitterMs: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    roundTrips: fc.constant([{ ms: 10, taken: null }]),
    echoMs: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 60 }), (list) => {
      const { loss, stalls, cutAfterS, seconds } = hear(list.toSorted((a, b) => a.at - b.at));
      for (const share of [loss, ...seconds.map((second) => second.loss)].filter((value) => value !== null)) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(stalls).toBeGreaterThanOrEqual(0);
      expect(cutAfterS ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
