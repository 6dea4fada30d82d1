import { describe, expect, test } from 'vitest';
import { tryAgain } from './again.ts';
import type { Result, Step } from './step.ts';

const TALLY = { passed: 3, failed: 0, skipped: [] };
const result = (step: Partial<Step>, failed: number): Result => ({
  step: { name: 'browser', title: 'a browser', run: async () => TALLY, ...step },
  tally: { ...TALLY, failed },
  seconds: 1,
});
const silent = () => {};

describe('what failed beside other steps', () => {
  test('is tried again by itself, and told with what it failed with', async () => {
    const [after] = await tryAgain([result({ again: async () => TALLY }, 2)], silent);
    expect(after).toMatchObject({ tally: TALLY, failedAtFirst: 2 });
  });

  test('has failed when it fails again', async () => {
    const again = async () => ({ ...TALLY, failed: 1 });
    const [after] = await tryAgain([result({ again }, 2)], silent);
    expect(after).toMatchObject({ tally: { failed: 1 }, failedAtFirst: 2 });
  });

  test('has failed when it cannot be tried again, or breaks', async () => {
    const breaks = async () => {
      throw new Error('no browser');
    };
    const after = await tryAgain([result({}, 1), result({ again: breaks }, 1)], silent);
    expect(after.map(({ tally }) => tally.failed)).toEqual([1, 1]);
  });

  test('and nothing else', async () => {
    const again = () => Promise.reject(new Error('not this one'));
    const fine = result({ again }, 0);
    expect(await tryAgain([fine], silent)).toEqual([fine]);
  });
});
