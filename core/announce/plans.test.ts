import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_PLANS, readPlans } from './plans.ts';

const damaged = fc.oneof(fc.anything(), fc.double(), fc.integer());
const damagedPlans = fc.record({
  quietRounds: damaged,
  turn: damaged,
  confirmations: damaged,
  unfinished: damaged,
  wanted: damaged,
});

describe('stored plans', () => {
  test('come back as they were', () => {
    const plans = { quietRounds: 3, turn: 41, confirmations: 2, unfinished: 1, wanted: true };
    expect(readPlans(JSON.parse(JSON.stringify(plans)))).toEqual(plans);
  });

  test('of an older version begin what they do not know at zero, and keep the rest', () => {
    expect(readPlans({ quietRounds: 3, turn: 41 })).toEqual({ ...NO_PLANS, quietRounds: 3, turn: 41 });
  });

  test.for([-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null])('count %j as none', (turn) => {
    expect(readPlans({ quietRounds: 3, turn })).toEqual({ ...NO_PLANS, quietRounds: 3 });
  });

  test('that were damaged are counts all the same: nothing is ever not a number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), damagedPlans), (stored) => {
        const { wanted, ...counts } = readPlans(stored);
        expect(wanted).toBeTypeOf('boolean');
        for (const count of Object.values(counts)) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }),
    );
  });
});
