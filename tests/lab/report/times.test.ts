import { describe, expect, it } from 'vitest';
import { line } from '../faults/index.ts';
import { outcome, played, silentRelay } from './testing.ts';
import { atProductPaceMs, confirmedSeconds, firstWordsMs, spread } from './times.ts';

it.each([
  [[], null, null],
  [[3], 3, 3],
  [[9, 1, 2], 2, 9],
  [[4, 1, 2, 9], 3, 9],
])('%j have the median %s and the most %s', (values, median, most) => {
  expect(spread(values)).toEqual({ count: values.length, median, most });
});

it('confirming rounds begin 30 s after the end of the one before', () => {
  expect(atProductPaceMs([2200, 2300, 2400], 1)).toBe(2200);
  expect(atProductPaceMs([2200, 2300, 2400], 3)).toBe(2200 + 2300 + 2400 + 60_000);
});

const truth = { services: { meet: { calls: 'blocked' } } } as const;
const states = (...all: string[]) => all.map((state) => ({ meet: [state, 'reachable'] as const }));

describe('until blocked calls are confirmed', () => {
  const seconds = (...all: string[]) => confirmedSeconds([outcome([played(states(...all), truth)])]);

  it('ends with the round from which on they were accused', () => {
    expect(seconds('suspected', 'likely-blocked', 'likely-blocked')).toEqual([32]);
    expect(seconds('likely-blocked')).toEqual([1]);
  });
  it('begins anew where the word was taken back', () =>
    expect(seconds('likely-blocked', 'clear', 'likely-blocked')).toEqual([63]));
  it('is no time where they were not', () => expect(seconds('likely-blocked', 'suspected')).toEqual([]));
  it('is not taken on a bad line', () => {
    const phase = played(states('likely-blocked'), truth, { faults: [line({ lossPercent: 10 })] });
    expect(confirmedSeconds([outcome([phase])])).toEqual([]);
  });
});

describe('the first word on a silent relay', () => {
  const withSilence = (phase: ReturnType<typeof played>) => ({
    ...phase,
    document: { ...phase.document, observations: [silentRelay('meet')] },
  });

  it('comes with the first round that says something', () => {
    expect(firstWordsMs([outcome([withSilence(played(states('suspected', 'likely-blocked'), truth))])])).toEqual([
      2200,
    ]);
  });
  it('is not taken where no relay was silent, or where silence is no block', () => {
    expect(firstWordsMs([outcome([played(states('suspected'), truth)])])).toEqual([]);
    expect(firstWordsMs([outcome([withSilence(played(states('clear')))])])).toEqual([]);
  });
});
