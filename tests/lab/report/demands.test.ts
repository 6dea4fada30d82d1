import { describe, expect, it } from 'vitest';
import type { Truth } from '../scenario.ts';
import { type Demand, demandsOn } from './demands.ts';
import { outcome, played } from './testing.ts';
import { wordsOf } from './words.ts';

function demands(truth: Truth | undefined, ...calls: string[]): Record<Demand['id'], Demand> {
  const outcomes = [
    outcome([
      played(
        calls.map((state) => ({ meet: [state, 'reachable'] as const })),
        truth,
      ),
    ]),
  ];
  const all = demandsOn(wordsOf(outcomes), outcomes);
  return Object.fromEntries(all.map((demand) => [demand.id, demand])) as Record<Demand['id'], Demand>;
}

const calls = (path: 'open' | 'poor' | 'blocked' | 'out' | 'cut-off', more = {}): Truth => ({
  services: { meet: { calls: path, ...more } },
});

describe('a false alarm', () => {
  it.each(['open', 'poor', 'out', 'cut-off'] as const)('is an accusation of what is %s', (path) => {
    expect(demands(calls(path), 'likely-blocked')['false-alarms']).toMatchObject({ value: 1, met: false });
  });
  it('stays one when it is taken back, and says where it was', () => {
    const { value, cases } = demands(undefined, 'unreachable', 'clear')['false-alarms'];
    expect(value).toBe(1);
    expect(cases).toEqual(['a-scenario, phase 1, chromium: meet: calls open; said in round 1 of 2: unreachable']);
  });
  it('is not a suspicion, and not the truth', () => {
    expect(demands(undefined, 'suspected')['false-alarms'].met).toBe(true);
    expect(demands(calls('blocked'), 'likely-blocked')['false-alarms'].met).toBe(true);
  });
});

it('asks nothing of what no check could tell', () => {
  expect(demands(calls('open', { beyond: 'It has moved.' }), 'likely-blocked')['false-alarms'].met).toBe(true);
});

describe('a hidden block', () => {
  it('is blocked and called open in the end', () => {
    expect(demands(calls('blocked'), 'suspected', 'clear')['hidden-blocks']).toMatchObject({ value: 1, met: false });
    expect(demands(calls('blocked'), 'clear', 'suspected')['hidden-blocks'].met).toBe(true);
  });
  it('is not one that no check could tell', () => {
    expect(demands(calls('blocked', { beyond: 'Sound is cut.' }), 'clear')['hidden-blocks'].met).toBe(true);
  });
});

describe('finding', () => {
  it.each([
    ['blocked', 'likely-blocked', 100],
    ['blocked', 'unreachable', 100],
    ['blocked', 'insufficient', 0],
    ['blocked', 'impaired', 0],
    ['poor', 'impaired', 100],
    ['poor', 'clear', 0],
    ['open', 'clear', null],
  ] as const)('what is %s and ends as %s comes to %s %%', (path, state, value) => {
    expect(demands(calls(path), 'insufficient', 'insufficient', state).found.value).toBe(value);
  });
  it('takes three rounds', () => expect(demands(calls('blocked'), 'suspected', 'suspected').found.value).toBeNull());
});
