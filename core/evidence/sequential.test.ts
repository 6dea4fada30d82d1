import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, faded, LOWER, run, START, type Step, standing, UPPER, type Walk } from './sequential.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.UTC(2026, 9, 1, 12);

/** The walk after these steps, one a minute. */
function walk(steps: readonly Step[], pOpen = 0.02, from: Walk = START): Walk {
  return steps.reduce((before, step, i) => advance(before, step, pOpen, NOON + i * MINUTE), from);
}
const failures = (count: number): Step[] => Array.from({ length: count }, () => 'failed' as const);
const answers = (count: number): Step[] => Array.from({ length: count }, () => 'answered' as const);

function roundsUntilBlocked(pOpen: number, openRoundsBefore: number): number {
  for (let rounds = 1; rounds < 20; rounds++) {
    const steps = [...answers(openRoundsBefore), ...failures(rounds)];
    if (standing(walk(steps, pOpen)) === 'blocked') return rounds;
  }
  return Number.POSITIVE_INFINITY;
}

describe('the thresholds', () => {
  test('are those of a test that calls 1 open path in 100 blocked, and 5 blocked paths in 100 open', () => {
    expect(UPPER).toBeCloseTo(Math.log(0.95 / 0.01), 12);
    expect(LOWER).toBeCloseTo(Math.log(0.05 / 0.99), 12);
  });

  test.for([
    { pOpen: 0.02, first: 2, afterOneOpen: 2, afterManyOpen: 2 },
    { pOpen: 0.05, first: 2, afterOneOpen: 3, afterManyOpen: 3 },
    { pOpen: 0.1, first: 3, afterOneOpen: 4, afterManyOpen: 4 },
    { pOpen: 0.2, first: 4, afterOneOpen: 5, afterManyOpen: 6 },
    { pOpen: 0.3, first: 5, afterOneOpen: 6, afterManyOpen: 7 },
  ])(
    'where $pOpen of open rounds fail, a block is decided after $first failing rounds, $afterOneOpen after an open one',
    ({ pOpen, first, afterOneOpen, afterManyOpen }) => {
      expect([0, 1, 50].map((open) => roundsUntilBlocked(pOpen, open))).toEqual([first, afterOneOpen, afterManyOpen]);
    },
  );

  test('clamp the sum, so that a year of one kind delays the news of the other by no round', () => {
    expect(walk(failures(500)).sum).toBe(UPPER);
    expect(walk(answers(500)).sum).toBe(LOWER);
    expect(roundsUntilBlocked(0.02, 500)).toBe(roundsUntilBlocked(0.02, 2));
  });
});

describe('evidence fades', () => {
  test.for([
    { what: 'not within two minutes', gap: 2 * MINUTE, left: 1 },
    { what: 'to a half in six hours', gap: DAY / 4, left: 0.5 },
    { what: 'to a quarter in half a day', gap: DAY / 2, left: 0.25 },
    { what: 'not when the clock went back an hour', gap: -60 * MINUTE, left: 1 },
    { what: 'to a sixteenth when the clock jumps a day', gap: DAY, left: 1 / 16 },
    { what: 'to nothing in a week', gap: 7 * DAY, left: 0 },
  ])('$what', ({ gap, left }) => {
    const hint = walk(failures(1));
    expect(faded(hint, hint.at + gap)).toBeCloseTo(hint.sum * left, 6);
  });

  test('in both directions: an old answer weighs no more than an old failure', () => {
    const open = walk(answers(5));
    expect(faded(open, open.at + DAY / 4)).toBeCloseTo(LOWER / 2, 6);
  });

  test('so that a failure two days after an undecided one starts anew', () => {
    const once = walk(failures(1));
    const again = advance(once, 'failed', 0.02, once.at + 2 * DAY);
    expect(standing(again)).toBe('failing');
    expect(again.sum - once.sum).toBeLessThan(0.02);
    expect(run(again)).toEqual({ rounds: 1, failing: 1 });
  });
});

describe('a decided block outlives the longest gap between background checks', () => {
  const decided = () => walk(['answered', 'failed', 'failed', 'failed']);

  test.for([24, 36, 72, 144])('of %d minutes: one failure goes on with it, one answer does not end it', (minutes) => {
    const blocked = decided();
    const at = blocked.at + minutes * MINUTE;
    for (const pOpen of [0.02, 0.1, 0.2]) expect(standing(advance(blocked, 'failed', pOpen, at))).toBe('blocked');
    expect(standing(advance(blocked, 'answered', 0.02, at))).toBe('recovering');
  });

  test('and leaves no more than a suspicion the next day', () => {
    const blocked = decided();
    expect(standing(advance(blocked, 'failed', 0.02, blocked.at + DAY))).toBe('failing');
    expect(standing(advance(blocked, 'answered', 0.02, blocked.at + DAY))).toBe('open');
  });
});

describe('where a role stands', () => {
  test.for<{ steps: Step[]; is: string }>([
    { steps: [], is: 'unknown' },
    { steps: ['answered'], is: 'open' },
    { steps: ['slow'], is: 'open' },
    { steps: ['failed'], is: 'failing' },
    { steps: ['failed', 'failed'], is: 'blocked' },
    { steps: ['failed', 'answered'], is: 'open' },
    { steps: ['answered', 'failed', 'answered', 'failed'], is: 'failing' },
    { steps: ['failed', 'failed', 'answered'], is: 'recovering' },
    { steps: ['failed', 'failed', 'slow'], is: 'recovering' },
    { steps: ['failed', 'failed', 'answered', 'failed'], is: 'blocked' },
    { steps: ['failed', 'failed', 'answered', 'answered'], is: 'open' },
    { steps: ['failed', 'failed', 'answered', 'answered', 'failed'], is: 'failing' },
  ])('after $steps it is $is', ({ steps, is }) => {
    expect(standing(walk(steps))).toBe(is);
  });

  test('of a role that was never asked is unknown', () => {
    expect(standing(undefined)).toBe('unknown');
    expect(run(undefined)).toEqual({ rounds: 0, failing: 0 });
  });

  test.for<{ steps: Step[]; rounds: number; failing: number }>([
    { steps: ['answered', 'slow', 'answered'], rounds: 3, failing: 0 },
    { steps: ['answered', 'failed', 'failed', 'failed'], rounds: 3, failing: 3 },
    { steps: ['failed', 'answered'], rounds: 1, failing: 0 },
    { steps: ['failed', 'failed', 'answered'], rounds: 3, failing: 2 },
    { steps: ['failed', 'failed', 'answered', 'answered'], rounds: 2, failing: 0 },
    { steps: ['failed', 'answered', 'failed'], rounds: 3, failing: 2 },
    { steps: ['answered', 'failed', 'failed', 'answered', 'failed'], rounds: 4, failing: 3 },
    { steps: ['failed', 'answered', 'answered', 'failed', 'failed'], rounds: 2, failing: 2 },
    { steps: failures(20), rounds: 8, failing: 8 },
  ])('is told in rounds: $failing of $rounds after $steps', ({ steps, rounds, failing }) => {
    expect(run(walk(steps))).toEqual({ rounds, failing });
  });
});

test('a block that is left on a lossy line is told by the rounds that answered, from the second on', () => {
  const left = (...steps: Step[]) => run(walk([...failures(5), ...steps], 0.3));
  expect(left('answered')).toEqual({ rounds: 6, failing: 5 });
  expect(left('answered', 'answered')).toEqual({ rounds: 2, failing: 0 });
});

describe('whatever happens', () => {
  const step = fc.constantFrom<Step>('answered', 'slow', 'failed');
  const history = fc.array(
    fc.record({
      step,
      pOpen: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      gap: fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    }),
    { maxLength: 40 },
  );
  const lived = (steps: readonly { step: Step; pOpen: number; gap: number }[]): Walk[] => {
    let at = NOON;
    let latest = START;
    return steps.map(({ step, pOpen, gap }) => {
      at += gap;
      latest = advance(latest, step, pOpen, at);
      return latest;
    });
  };

  test('the sum stays between the thresholds', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { sum } of lived(steps)) {
          expect(sum).toBeGreaterThanOrEqual(LOWER);
          expect(sum).toBeLessThanOrEqual(UPPER);
        }
      }),
    );
  });

  test('nothing is blocked after fewer than two failures', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [i, walk] of lived(steps).entries()) {
          const failed = steps.slice(0, i + 1).filter(({ step }) => step === 'failed').length;
          if (failed < 2) expect(standing(walk)).not.toBe('blocked');
        }
      }),
    );
  });

  test('a role that answered in its last round is neither blocked nor failing, and one that failed is not open', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [i, walk] of lived(steps).entries()) {
          const allowed = steps[i]?.step === 'failed' ? ['failing', 'blocked'] : ['open', 'recovering'];
          expect(allowed).toContain(standing(walk));
        }
      }),
    );
  });

  test('no more rounds fail than took part, and no more are remembered than are told', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const walk of lived(steps)) {
          const { rounds, failing } = run(walk);
          expect(failing).toBeLessThanOrEqual(rounds);
          if (standing(walk) === 'open') expect(failing).toBe(0);
          if (standing(walk) === 'failing' || standing(walk) === 'blocked') expect(failing).toBeGreaterThan(0);
          expect(rounds).toBeLessThanOrEqual(8);
          expect(walk.recent.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  test('a failure never speaks for an open path, nor an answer for a block', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0.02, max: 0.3, noNaN: true }), (steps, pOpen) => {
        const before = lived(steps).at(-1) ?? START;
        expect(advance(before, 'failed', pOpen, before.at).sum).toBeGreaterThanOrEqual(before.sum);
        expect(advance(before, 'answered', pOpen, before.at).sum).toBeLessThanOrEqual(before.sum);
      }),
    );
  });
});
