import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../day.ts';
import { CALL_STATES, type CallState, NETWORK_STATES } from '../vocabulary.ts';
import { edgesOf, RANGES } from './ranges.ts';
import { dayOf } from './records.ts';
import { runsOf, stripsOf, stripsOfDays } from './strip.ts';
import { round } from './testing.ts';
import { simulatedYear } from './testing-year.ts';

const EDGES = [0, 100, 200, 300];
const calls = (at: number, ...states: readonly CallState[]) =>
  states.map((calls, i) => round(at + i, { services: { signal: { calls, messages: 'reachable' } } }));
const callsOf = (rounds: Parameters<typeof stripsOf>[1]) => stripsOf(EDGES, rounds).services.get('signal')?.calls ?? [];

describe('what a cell says', () => {
  test.for<[said: CallState[], shown: CallState | 'mixed']>([
    [['clear'], 'clear'],
    [['likely-blocked', 'likely-blocked', 'clear'], 'mixed'],
    [['unreachable', 'impaired'], 'mixed'],
    [['likely-blocked', 'suspected', 'suspected', 'insufficient'], 'likely-blocked'],
    [['likely-blocked', 'unreachable', 'unreachable'], 'unreachable'],
    [['clear', 'clear', 'suspected'], 'clear'],
    [['clear', 'suspected'], 'suspected'],
    [['insufficient', 'insufficient', 'clear'], 'clear'],
    [['insufficient'], 'insufficient'],
    [['untestable', 'insufficient'], 'untestable'],
    [['down', 'down', 'clear'], 'down'],
  ])('%s: %s', ([said, shown]) => {
    expect(callsOf(calls(10, ...said))[0]?.state).toBe(shown);
  });
});

test('No round is no word: a gap stays a gap, even within a block', () => {
  const [first, gap, last] = callsOf([...calls(10, 'likely-blocked'), ...calls(250, 'likely-blocked')]);
  expect([first?.state, gap?.state, last?.state]).toEqual(['likely-blocked', null, 'likely-blocked']);
  expect(gap).toMatchObject({ from: 100, to: 200, rounds: 0, said: [] });
});

test('A round belongs to the cell in which it began', () => {
  expect(callsOf([...calls(99, 'clear'), ...calls(100, 'clear')]).map(({ rounds }) => rounds)).toEqual([1, 1, 0]);
});

test('A service that was checked for a while only has gaps elsewhere', () => {
  const strips = stripsOf(EDGES, [round(10), ...calls(110, 'clear')]);
  expect(strips.services.get('signal')?.calls.map(({ state }) => state)).toEqual([null, 'clear', null]);
  expect(strips.network.map(({ rounds }) => rounds)).toEqual([1, 1, 0]);
});

test('Rounds dated in the future are in no cell, and are told apart from old ones', () => {
  expect(stripsOf(EDGES, [round(-1), round(300), round(9e15)])).toMatchObject({ later: 2 });
});

test('How it failed is what most of the rounds that know say, and only of what failed', () => {
  const blocked = (at: number, mechanism: 'tls.reset' | 'tls.timeout') =>
    round(at, { services: { signal: { calls: 'likely-blocked', messages: 'reachable', mechanism } } });
  const strips = stripsOf(EDGES, [blocked(1, 'tls.reset'), blocked(2, 'tls.timeout'), blocked(3, 'tls.timeout')]);
  expect(strips.services.get('signal')?.calls[0]?.mechanism).toBe('tls.timeout');
  expect(strips.services.get('signal')?.messages[0]?.mechanism).toBeNull();
});

test('Every round is in exactly one cell, or outside of the strip', () => {
  const rounds = fc.array(
    fc.record({ at: fc.integer({ min: -200, max: 500 }), state: fc.constantFrom(...NETWORK_STATES) }),
  );
  fc.assert(
    fc.property(rounds, (drawn) => {
      const { network, later } = stripsOf(
        EDGES,
        drawn.map(({ at, state }) => round(at, { state })),
      );
      const counted = network.reduce((sum, cell) => sum + cell.rounds, 0);
      expect(counted + later + drawn.filter(({ at }) => at < 0).length).toBe(drawn.length);
      for (const { from, to, rounds } of network) {
        expect(rounds).toBe(drawn.filter(({ at }) => at >= from && at < to).length);
      }
    }),
  );
});

test('The order in which rounds are read changes nothing', () => {
  const states = fc.array(fc.constantFrom(...CALL_STATES), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(states, (drawn) => {
      const rounds = calls(10, ...drawn);
      expect(callsOf(rounds.toReversed())).toEqual(callsOf(rounds));
    }),
  );
});

test('Runs cover the strip without a hole, and no two neighbours say the same', () => {
  const states = fc.array(fc.option(fc.constantFrom(...CALL_STATES)), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(states, (drawn) => {
      const cells = callsOf(drawn.flatMap((state, i) => (state ? calls(i * 100, state) : [])));
      const runs = runsOf(cells, CALL_STATES);
      expect(runs[0]?.start ?? 0).toBe(0);
      expect(runs.at(-1)?.end ?? 0).toBe(cells.length);
      for (const [i, run] of runs.entries()) {
        if (i === 0) continue;
        expect([run.start, run.from]).toEqual([runs[i - 1]?.end, runs[i - 1]?.to]);
        expect(run.state).not.toBe(runs[i - 1]?.state);
      }
      expect(runs.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(
        cells.reduce((sum, { rounds }) => sum + rounds, 0),
      );
    }),
  );
});

test('A year of counted days holds every round of the year', () => {
  const now = Date.UTC(2026, 10, 18, 15);
  const { days } = simulatedYear(now);
  const { network, services } = stripsOfDays(edgesOf('year', now), days);
  const wanted = days.reduce((sum, { rounds }) => sum + rounds, 0);
  expect(network.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(wanted);
  expect(services.get('signal')?.messages.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(wanted);
});

test('The same rounds say the same, counted by days or one by one', () => {
  const now = Date.UTC(2026, 10, 18, 15);
  const { days, rounds } = simulatedYear(now);
  const from = dayOf(now - 60 * DAY_MS);
  const edges = Array.from({ length: 60 }, (_, i) => (from + i) * DAY_MS);
  const states = (strips: ReturnType<typeof stripsOf>) => strips.network.map(({ state, rounds }) => [state, rounds]);
  expect(states(stripsOfDays(edges, days))).toEqual(states(stripsOf(edges, rounds)));
});

test('The simulated year is the same each time, and has blocks, gaps and more than one network', () => {
  const now = Date.UTC(2026, 10, 18, 15);
  const year = simulatedYear(now);
  expect(year).toEqual(simulatedYear(now));
  expect(year.days.reduce((sum, { rounds }) => sum + rounds, 0)).toBeGreaterThan(6_000);
  expect(new Set(year.networks.map(({ operator }) => operator)).size).toBe(5);
  expect(year.spells.some(({ to }) => to === null)).toBe(true);
  for (const range of RANGES) {
    const edges = edgesOf(range, now);
    const home = range === 'year' ? stripsOfDays(edges, year.days) : stripsOf(edges, year.rounds);
    expect(home.network.some(({ state }) => state !== null)).toBe(true);
    if (range === 'day' || range === 'week') expect(home.network.some(({ state }) => state === null)).toBe(true);
  }
});
