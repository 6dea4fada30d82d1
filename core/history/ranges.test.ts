import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CELLS, cellAt, edgesOf, placeOf, RANGES, ticksOf } from './ranges.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
afterEach(() => vi.unstubAllEnvs());

const ZONES = ['UTC', 'Africa/Casablanca', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana'];
const at = (text: string) => new Date(text).getTime();
const spans = (edges: readonly number[]) => edges.slice(1).map((edge, i) => (edge - (edges[i] ?? 0)) / HOUR);

describe.each(ZONES)('on the clock of %s', (zone) => {
  test('a strip ascends, holds now in its last cell and has its number of cells', () => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(...RANGES),
        (now, range) => {
          const edges = edgesOf(range, now);
          expect(edges).toHaveLength(CELLS[range] + 1);
          expect(spans(edges).every((hours) => hours > 0)).toBe(true);
          expect(cellAt(edges, now)).toBe(CELLS[range] - 1);
        },
      ),
    );
  });

  test('no cell of a week reaches over local midnight', () => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }), (now) => {
        const edges = edgesOf('week', now);
        for (const [i, to] of edges.entries()) {
          if (i > 0) expect(new Date(to - 1).getDate()).toBe(new Date(edges[i - 1] ?? to).getDate());
        }
      }),
    );
  });
});

test('cells of hours begin with even hours of the local clock', () => {
  vi.stubEnv('TZ', 'Asia/Kathmandu');
  for (const edge of edgesOf('week', at('2026-11-18T15:20'))) {
    expect([new Date(edge).getHours() % 2, new Date(edge).getMinutes()]).toEqual([0, 0]);
  }
  for (const edge of edgesOf('day', at('2026-11-18T15:20'))) expect(new Date(edge).getMinutes() % 30).toBe(0);
});

test('where the clocks are put forward one cell is an hour short, and where they are put back an hour long', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const forward = spans(edgesOf('week', at('2026-03-30T12:00')));
  expect(forward.filter((hours) => hours !== 2)).toEqual([1]);
  const back = spans(edgesOf('week', at('2026-10-26T12:00')));
  expect(back.filter((hours) => hours !== 2)).toEqual([3]);
  expect(spans(edgesOf('day', at('2026-03-29T12:00'))).every((hours) => hours === 0.5)).toBe(true);
});

test('where midnight itself is skipped the day begins at one', () => {
  vi.stubEnv('TZ', 'America/Havana');
  const edges = edgesOf('week', at('2026-03-10T12:00'));
  expect(ticksOf('week', edges).map((edge) => new Date(edge).getHours())).toEqual([0, 0, 0, 0, 1, 0, 0]);
});

test('a year is made of weeks of UTC days, from Monday', () => {
  vi.stubEnv('TZ', 'Africa/Casablanca');
  const edges = edgesOf('year', Date.UTC(2026, 10, 18, 15));
  expect(new Set(spans(edges))).toEqual(new Set([7 * 24]));
  expect(edges.map((edge) => new Date(edge).getUTCDay())).toEqual(edges.map(() => 1));
  expect((edges.at(-1) ?? 0) - (edges[0] ?? 0)).toBeGreaterThanOrEqual(366 * DAY);
});

test('a day has four ticks or five, a week seven, a month four or five and a year twelve or thirteen', () => {
  vi.stubEnv('TZ', 'Africa/Casablanca');
  for (let day = 0; day < 400; day++) {
    const now = Date.UTC(2026, 0, 1 + day, 9, 40);
    const [d = 0, w = 0, m = 0, y = 0] = RANGES.map((range) => ticksOf(range, edgesOf(range, now)).length);
    expect([4, 5]).toContain(d);
    expect([7, 8]).toContain(w);
    expect([4, 5]).toContain(m);
    expect([12, 13]).toContain(y);
  }
});

test('a moment stands in proportion to its cell, and at an end when it lies outside', () => {
  const edges = [0, 100, 300];
  expect([-5, 0, 50, 100, 200, 250, 300, 900].map((at) => placeOf(edges, at))).toEqual([0, 0, 0.5, 1, 1.5, 1.75, 2, 2]);
  expect([-1, 0, 99, 100, 300].map((at) => cellAt(edges, at))).toEqual([null, 0, 0, 1, null]);
  expect(cellAt(edges, Number.NaN)).toBeNull();
});
