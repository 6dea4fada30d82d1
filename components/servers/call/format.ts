import { locale } from '../../text.ts';

/** Measures of a call as people of the page's language write them. */

const unit = (name: string, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0, ...options });

const SECONDS = unit('second', { maximumFractionDigits: 1 });
const KILOBYTES = unit('kilobyte', { maximumSignificantDigits: 2 });
const SHARE = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const SCORE = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const seconds = (value: number): string => SECONDS.format(value);
export const kilobytes = (bytes: number): string => KILOBYTES.format(bytes / 1000);
export const share = (value: number): string => SHARE.format(value);
/** A mean opinion score. */
export const score = (value: number): string => SCORE.format(value);
