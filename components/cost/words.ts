import { DAY_MS } from '../../core/day.ts';
import type { Tariff } from '../../core/history/cost.ts';
import { locale } from '../text.ts';

const HOUR_MS = 3_600_000;

/** `12.5 days`, and below a day `5 hours`. */
export function blockedFor(ms: number): string {
  const [value, unit] = ms >= DAY_MS ? [ms / DAY_MS, 'day'] : [ms / HOUR_MS, 'hour'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: value < 100 ? 1 : 0,
  }).format(value);
}

/** `MAD 124.00`, with as many decimals as the currency has. */
export const money = (value: number, { currency }: Tariff): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);

/** `$0.075`: the person's own figure, in full. A minute may cost less than the smallest coin. */
export const priceOf = ({ price, currency }: Tariff): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 20 }).format(price);

/** `Apr 6 – Jul 10, 2026`. */
export const days = (from: number, until: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).formatRange(from, until);
