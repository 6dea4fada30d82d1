import { expect, test } from 'vitest';
import { agreeingRounds } from './rounds.ts';

test.each(['likely-blocked', 'suspected', 'unreachable', 'some-blocked', 'calls-blocked', 'udp-blocked'] as const)(
  '%s rests on the rounds that failed',
  (state) => {
    expect(agreeingRounds({ state, rounds: 5, failing: 3 })).toBe(3);
  },
);

test.each(['clear', 'impaired'] as const)('%s rests on the rounds that were answered', (state) => {
  expect(agreeingRounds({ state, rounds: 5, failing: 1 })).toBe(4);
});

test.each(['insufficient', 'offline', 'sign-in-needed', 'down', 'untestable'] as const)(
  '%s rests on no count',
  (state) => {
    expect(agreeingRounds({ state, rounds: 5, failing: 3 })).toBe(0);
  },
);
