/** Numbers, dates and lists as people of one language write them. Pure: the language and the moment come in. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Formats {
  number(value: number): string;
  /** `412 ms`. */
  milliseconds(value: number): string;
  list(names: readonly string[]): string;
  /** A moment of the past as people name it: `14:05`, `Tuesday 14:05`, `5 Nov, 14:05`. */
  moment(at: number, now: number): string;
  /** `3 min. ago`; null under a minute, which has a text of its own. */
  ago(at: number, now: number): string | null;
  pluralCategory(count: number): Intl.LDMLPluralRule;
}

export function formats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const durations = lazy(
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 }),
  );
  const lists = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const relative = lazy(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const plurals = lazy(() => new Intl.PluralRules(locale));
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const date = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(locale, { ...options, ...clock }).format(at);

  return {
    number: (value) => numbers.format(value),
    milliseconds: (value) => durations().format(value),
    list: (names) => lists().format(names),
    moment(at, now) {
      if (sameDay(at, now)) return date({}, at);
      return now - at < 6 * DAY ? date({ weekday: 'long' }, at) : date({ day: 'numeric', month: 'short' }, at);
    },
    ago(at, now) {
      const age = Math.max(0, now - at);
      if (age < MINUTE) return null;
      if (age < HOUR) return relative().format(-Math.floor(age / MINUTE), 'minute');
      if (age < DAY) return relative().format(-Math.floor(age / HOUR), 'hour');
      return relative().format(-Math.floor(age / DAY), 'day');
    },
    pluralCategory: (count) => plurals().select(count),
  };
}

const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** Formatters cost a millisecond each to build, and no view needs them all. */
function lazy<T>(build: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= build();
    return made;
  };
}
