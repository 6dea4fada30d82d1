import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure, writeFigure } from './figure.ts';

test.each([
  ['20', 'en', 20],
  [' 0.5 ', 'en', 0.5],
  // By a keyboard of another language than the browser's.
  ['0,5', 'en', 0.5],
  ['0.5', 'fr', 0.5],
  [',5', 'fr', 0.5],
  ['5.', 'en', 5],
  ['0', 'en', 0],
  ['٢٠', 'ar', 20],
  ['٠٫٥', 'ar', 0.5],
  ['٠٫٥', 'ar-MA', 0.5],
  ['۱۲٫۵', 'en', 12.5],
  ['१२.५', 'hi', 12.5],
  ['１２', 'zh-CN', 12],
  ['0,075', 'en', 0.075],
  ['1,075', 'en', 1075],
  ['1,075', 'de', 1.075],
  ['1.075', 'de', 1075],
  ['1.075', 'en', 1.075],
  ['1 000,5', 'fr', 1000.5],
  ['1,234.5', 'de', 1234.5],
  ['1.234.567', 'en', 1_234_567],
  ['1,234.567', 'en', 1234.567],
])('%s in %s is %d', (text, locale, figure) => {
  expect(readFigure(text, locale)).toBe(figure);
});

test.each(['', '.', '-3', '1e9', '0x10', 'Infinity', 'twenty', '1,2,3', '12,34.5', '5 $'])(
  '%j is no figure',
  (text) => {
    expect(readFigure(text, 'en')).toBeNaN();
  },
);

describe.each(['ar', 'ar-MA', 'ar-EG', 'de', 'de-CH', 'en', 'es', 'fa', 'fr', 'hi', 'pt', 'ru', 'tr', 'ur', 'zh-CN'])(
  '%s',
  (locale) => {
    test('What is written is read as what it was', () => {
      const figures = fc.oneof(
        fc.constantFrom(1.075, 0.075, 1000, 1e-7, 1_000_000),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      );
      fc.assert(
        fc.property(figures, (figure) => {
          expect(readFigure(writeFigure(figure, locale), locale)).toBe(figure);
        }),
      );
    });
  },
);
