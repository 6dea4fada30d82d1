import type { Range } from '../../core/history/ranges.ts';
import { format, locale } from '../text.ts';

/** Spans, dates and countries as people of the page's language write them; what the popup needs as well stands in `../format.ts`. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, Intl.DateTimeFormat>();
/** Formatters cost a millisecond each to build. */
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = JSON.stringify(options);
  const known = made.get(id) ?? new Intl.DateTimeFormat(locale, options);
  made.set(id, known);
  return known;
}

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;
const DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** `Tue 17 Nov, 14:00 – 16:00`; of a year `16 – 22 November 2026`, by days of UTC. */
export function span(range: Range, from: number, to: number): string {
  if (range === 'year') {
    const days = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return days.formatRange(from, to - DAY);
  }
  return dates({ ...DATE, ...CLOCK }).formatRange(from, to);
}

/** An end of a span, in full. */
export const border = (range: Range, at: number): string =>
  range === 'year'
    ? dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at)
    : moment(at);

/** `Tue, 17 Nov, 14:05`. */
export const moment = (at: number): string => dates({ ...DATE, ...CLOCK }).format(at);

/** As in the popup, `Tuesday 14:05`, and with its year where that could be another one. */
export const since = (at: number, now: number): string =>
  now - at < 180 * DAY ? format.moment(at, now) : dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** `Tue, 17 Nov 2026`. */
export const day = (at: number): string => dates({ ...DATE, year: 'numeric' }).format(at);

/** `Tue, 17 Nov 2026, 14:05`. */
export const fullMoment = (at: number): string => dates({ ...DATE, year: 'numeric', ...CLOCK }).format(at);

/** The word below a tick. */
export function tick(range: Range, at: number): string {
  switch (range) {
    case 'day':
      return dates(CLOCK).format(at);
    case 'week':
      return dates({ weekday: 'short' }).format(at);
    case 'month':
      return dates({ day: 'numeric', month: 'short' }).format(at);
    case 'year':
      return dates({ month: 'short', timeZone: 'UTC' }).format(at);
  }
}

/** `9 days`, `3 hours`: in the largest unit that fits. */
export function duration(ms: number): string {
  const [value, unit] =
    ms >= DAY ? [ms / DAY, 'day'] : ms >= HOUR ? [ms / HOUR, 'hour'] : [Math.max(1, ms / MINUTE), 'minute'];
  const formatter = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  return formatter.format(Math.round(value as number));
}

let countries: Intl.DisplayNames | undefined;
export function countryName(code: string): string {
  countries ??= new Intl.DisplayNames(locale, { type: 'region' });
  return countries.of(code) ?? code;
}
