import { locale } from '../text.ts';

/** `2.4 MB`, as much of it as is known. */
export const amount = (value: number, unit: 'kilobyte' | 'megabyte'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(value);

/** `412 kB`, `2.4 MB` */
export const bytes = (count: number): string =>
  count < 1_000_000 ? amount(count / 1_000, 'kilobyte') : amount(count / 1_000_000, 'megabyte');

/** `22:00`, as a time input writes it. */
export const clock = (minute: number): string =>
  [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

/** The minute of the day; null: the input is empty. */
export function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
}
