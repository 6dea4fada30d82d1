import { expect, test, vi } from 'vitest';
import { dateText, periodText } from './dates.ts';

vi.mock('../text.ts', () => ({ locale: 'fa', t: (...pieces: string[]) => pieces.join('|') }));

test('what is known to the month or year alone keeps its calendar where people use another', () => {
  expect(['2004', '2016-11', '2016-11-03'].map(dateText)).toEqual(['۲۰۰۴', 'نوامبر ۲۰۱۶', '۳ نوامبر ۲۰۱۶']);
});

test('what began and ended on one day has one date', () => {
  expect(periodText('2021-11-03', '2021-11-03')).toBe('۳ نوامبر ۲۰۲۱');
  expect(periodText('2021-11', '2021-11-03')).toBe('facts.period|نوامبر ۲۰۲۱|۳ نوامبر ۲۰۲۱');
});
