import { locale } from '../text.ts';

const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });

/** A country's name in the person's language; a code that nobody has is shown as it is. */
export const countryName = (code: string): string => regions.of(code) ?? code;

const { compare } = new Intl.Collator(locale);
export const byName = (a: string, b: string): number => compare(countryName(a), countryName(b));
