/**
 * Figures as people type them: with the digits of their own script, and a comma or a point before the decimals, whatever the browser's
 * language. A field of type `number` reads 0,5 as 5 where that language has a point, and drops Arabic digits.
 */

const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';
const THOUSANDS = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

/** NaN where it is none. One mark before three digits may stand before decimals or between thousands: the language decides. */
export function readFigure(text: string, locale: string): number {
  const group = new Intl.NumberFormat(locale).formatToParts(12345).find(({ type }) => type === 'group')?.value;
  const typed = text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, (digit) => (DIGITS.includes(digit) ? String(DIGITS.indexOf(digit) % 10) : digit))
    .replaceAll('٫', group === '.' ? ',' : '.')
    .replaceAll(/[\s'’٬]/g, '');
  const mark = THOUSANDS.exec(typed)?.[1];
  const isWhole = mark !== undefined && (mark === group || typed.split(mark).length > 2);
  const [, whole = '', fraction = ''] = isWhole ? ['', typed] : (/^(.*?)(?:[.,](\d*))?$/.exec(typed) ?? []);
  const isNumber = /^\d*$/.test(whole) || THOUSANDS.test(whole);
  return isNumber ? Number.parseFloat(`${whole.replaceAll(/[.,]/g, '')}.${fraction}`) : Number.NaN;
}

/** As it is typed in this language. */
export const writeFigure = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
