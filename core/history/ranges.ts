import { DAY_MS } from '../day.ts';

/** How far back a timeline looks. */
export const RANGES = ['day', 'week', 'month', 'year'] as const;
export type Range = (typeof RANGES)[number];

const HALF_HOUR = 1_800_000;
const WEEK = 7;

/** Cells in a strip: half an hour, two hours, half a day and a week each. */
export const CELLS: Record<Range, number> = { day: 48, week: 84, month: 60, year: 53 };

/**
 * Where the cells of a strip begin, and where the last one ends: ascending, one more than there are cells. The last cell holds `now`.
 *
 * Cells of hours begin with hours of the local clock, so that midnight is always a border; where the clocks change a cell is an hour
 * shorter or longer. Those of a year are weeks of UTC days, from Monday, since that is how old rounds are counted.
 */
export function edgesOf(range: Range, now: number): number[] {
  const count = CELLS[range];
  if (range === 'year') {
    const day = Math.floor(now / DAY_MS);
    // 1970-01-01 was a Thursday.
    const end = day - ((day + 3) % WEEK) + WEEK;
    return Array.from({ length: count + 1 }, (_, i) => (end - (count - i) * WEEK) * DAY_MS);
  }
  if (range === 'day') {
    // Countries keep times a quarter of an hour apart: half hours are those of the local clock. Hours that the clocks skip or repeat count.
    const shift = new Date(now).getTimezoneOffset() * 60_000;
    const end = Math.floor((now - shift) / HALF_HOUR + 1) * HALF_HOUR + shift;
    return Array.from({ length: count + 1 }, (_, i) => end - (count - i) * HALF_HOUR);
  }
  return localEdges(range === 'week' ? 2 : 12, count, now);
}

/** Borders at hours of the local clock that `hours` divides. */
function localEdges(hours: number, count: number, now: number): number[] {
  const today = new Date(now);
  const at = (hour: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate(), hour).getTime();
  let hour = 24;
  while (at(hour - hours) > now) hour -= hours;
  const edges = [at(hour)];
  while (edges.length <= count) {
    hour -= hours;
    const edge = at(hour);
    // A local time that was skipped is the same moment as the next one.
    if (edge < (edges[0] ?? edge)) edges.unshift(edge);
  }
  return edges;
}

/** The cell that holds a moment; null outside the strip. */
export function cellAt(edges: readonly number[], at: number): number | null {
  const last = edges.length - 1;
  if (last < 1 || !(at >= (edges[0] ?? at)) || at >= (edges[last] ?? at)) return null;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? at) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Where a moment stands on a strip, in cells from its beginning; at its ends for what lies outside. */
export function placeOf(edges: readonly number[], at: number): number {
  const cell = cellAt(edges, at);
  if (cell === null) return at < (edges[0] ?? 0) ? 0 : edges.length - 1;
  const [from = 0, to = 1] = edges.slice(cell, cell + 2);
  return cell + (at - from) / (to - from);
}

/** Borders that deserve a word below the strips: every six hours, each midnight, each Monday, each month. */
export function ticksOf(range: Range, edges: readonly number[]): number[] {
  return edges.slice(0, -1).filter((edge, i) => IS_TICK[range](edge, edges[i - 1] ?? edge - HALF_HOUR));
}

const IS_TICK: Record<Range, (edge: number, before: number) => boolean> = {
  day: (edge) => new Date(edge).getMinutes() === 0 && new Date(edge).getHours() % 6 === 0,
  week: isNewDay,
  month: (edge, before) => new Date(edge).getDay() === 1 && isNewDay(edge, before),
  year: (edge) => new Date(edge).getUTCDate() <= WEEK,
};

/** Where the clocks jump over midnight a day begins at one o'clock. */
function isNewDay(edge: number, before: number): boolean {
  return new Date(edge).getDate() !== new Date(Math.max(before, edge - HALF_HOUR)).getDate();
}
