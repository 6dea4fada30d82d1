import { describe, expect, test } from 'vitest';
import { NO_PLANS, type Plans } from '../announce/plans.ts';
import { conclude } from './conclude.ts';
import { type Chapter, CONTROLS, ending, MINUTE, MORNING, roundOf, times } from './testing.ts';
import { snapshot } from './testing-snapshot.ts';

const OPEN: Chapter = {};
const SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };

/** Concludes a story's last round. */
function concluding(
  story: readonly Chapter[],
  {
    plans = {},
    maxConfirmations = 8,
    previous = null as ReturnType<typeof snapshot> | null,
    firstWordMs = null as number | null,
  } = {},
) {
  const { memory: _, ...verdict } = ending(story);
  const round = roundOf(story.at(-1) ?? OPEN, MORNING + (story.length - 1) * (MINUTE / 2));
  const before: Plans = { ...NO_PLANS, ...plans };
  return conclude(
    { round, durationMs: 900, firstWordMs, explained: false, maxConfirmations },
    verdict,
    CONTROLS,
    previous,
    before,
  );
}

describe('a round leaves', () => {
  test('no promise of more rounds when nothing is open', () => {
    const { snapshot: left, plans } = concluding([OPEN]);
    expect(left.confirming).toBe(false);
    expect(plans.confirmations).toBe(0);
  });

  test('the promise of another round when something looks blocked', () => {
    const { snapshot: left, plans } = concluding([OPEN, SILENT]);
    expect(left.confirming).toBe(true);
    expect(plans.confirmations).toBe(1);
  });

  test('no promise when it was asked for alone', () => {
    expect(concluding([OPEN, SILENT], { maxConfirmations: 0 }).snapshot.confirming).toBe(false);
  });

  test('no promise after the eighth confirmation in a row', () => {
    expect(concluding([OPEN, SILENT], { plans: { confirmations: 7 } }).snapshot.confirming).toBe(true);
    expect(concluding([OPEN, SILENT], { plans: { confirmations: 8 } }).snapshot.confirming).toBe(false);
  });

  test('the promise of another round after a move to another network', () => {
    const elsewhere = snapshot({ key: 'elsewhere' });
    const { snapshot: left, plans } = concluding([OPEN], { previous: elsewhere, plans: { quietRounds: 9 } });
    expect(left.confirming).toBe(true);
    expect(plans.quietRounds).toBe(0);
  });

  test.for([
    { now: 'home', what: 'the same network' },
    { now: null, what: 'one that cannot be told' },
  ])('no promise after a move to $what', ({ now }) => {
    const left = concluding(times(2, { network: now }), { previous: snapshot({ key: 'home' }) });
    expect(left.snapshot.confirming).toBe(false);
  });

  test('a count of its turn, and none of unfinished rounds', () => {
    expect(concluding([OPEN], { plans: { turn: 4, unfinished: 2 } }).plans).toMatchObject({ turn: 5, unfinished: 0 });
  });

  test('a longer quiet time when the network says what it said before', () => {
    const previous = snapshot({ key: 'home' });
    expect(concluding(times(3, OPEN), { previous, plans: { quietRounds: 2 } }).plans.quietRounds).toBe(3);
  });

  test('no quiet time when the network says something new', () => {
    expect(concluding([OPEN], { plans: { quietRounds: 2 } }).plans.quietRounds).toBe(0);
  });

  test('when it first had a word: in its course, else at its end, never when it had none', () => {
    expect(concluding([OPEN], { firstWordMs: 310 }).snapshot.firstWordMs).toBe(310);
    expect(concluding([OPEN]).snapshot.firstWordMs).toBe(900);
    expect(concluding([{ seen: [[/./, 'silent']] }]).snapshot.firstWordMs).toBeNull();
  });

  test('what the controls themselves said, and of them only', () => {
    const { controlObservations } = concluding([OPEN]).snapshot;
    expect(
      controlObservations.map(({ url }) => url).every((url) => CONTROLS.some((control) => control.url === url)),
    ).toBe(true);
    expect(controlObservations.length).toBeGreaterThan(0);
  });
});
