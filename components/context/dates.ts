import { locale, t } from '../text.ts';

const STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** An ISO day, month or year in words, as exact as it is. By the calendar that it was written in: a year of one is no year of another. */
export const dateText = (date: string): string =>
  new Intl.DateTimeFormat(locale, { ...STYLES[date.length], timeZone: 'UTC', calendar: 'gregory' }).format(
    new Date(date),
  );

export const periodText = (date: string, until = date): string =>
  until === date ? dateText(date) : t('facts.period', dateText(date), dateText(until));
