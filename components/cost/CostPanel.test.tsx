import { expect, test, vi } from 'vitest';
import { DAY_MS } from '../../core/day.ts';
import type { BlockedTime } from '../../core/history/cost.ts';
import { after, show } from '../testing-page.ts';
import { CostPanel } from './CostPanel.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const FROM = Date.UTC(2026, 0, 7, 12);
const blocked = (operator: string, service: string, days: number): BlockedTime => ({
  operator,
  service,
  ms: days * DAY_MS,
  from: FROM,
  until: FROM + days * DAY_MS,
});
const TIMES = [blocked('Maroc Telecom', 'whatsapp', 12.5), blocked('Maroc Telecom', 'viber', 0.25)];
const rows = (page: Element) =>
  [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
const onTariff = vi.fn();
const open = (tariff: Parameters<typeof CostPanel>[0]['tariff'], times = TIMES) =>
  show(<CostPanel times={times} tariff={tariff} onTariff={onTariff} />);

test('days are told by operator and service, without an amount as long as there are no figures', async () => {
  const page = await open(null);
  expect(rows(page)).toEqual([
    ['Maroc Telecom'],
    ['WhatsApp', expect.stringContaining('12.5 days')],
    ['Viber', expect.stringContaining('6 hours')],
  ]);
  expect(page.querySelector('[data-cost=formula]')).toBeNull();
});

test('with the person’s figures each row has its estimate, and the formula stands beside it', async () => {
  const page = await open({ minutes: 20, price: 0.5, currency: 'MAD' });
  expect(rows(page).map((row) => row.at(-1))).toEqual([
    'Maroc Telecom',
    expect.stringMatching(/^MAD\s125\.00$/),
    expect.stringMatching(/^MAD\s2\.50$/),
  ]);
  expect(page.querySelector('[data-cost=formula]')?.textContent).toMatch(
    /^Estimate: days blocked × 20 minutes a day × MAD\s0\.50 a minute\.$/,
  );
});

test('a price of less than a cent stands in the formula as it was typed', async () => {
  const page = await open({ minutes: 20, price: 0.075, currency: 'USD' });
  expect(page.querySelector('[data-cost=formula]')?.textContent).toContain('$0.075 a minute');
});

const field = (page: Element, name: string): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const type = (page: Element, name: string, value: string) =>
  after(() => {
    field(page, name).value = value;
    field(page, name).dispatchEvent(new Event('input', { bubbles: true }));
  });

test('figures count as soon as all of them are there, and no longer once one is gone', async () => {
  const page = await open(null);
  await type(page, 'minutes', '٢٠');
  expect(onTariff).toHaveBeenLastCalledWith(null);
  await type(page, 'price', '0,5');
  expect(onTariff).toHaveBeenLastCalledWith({ minutes: 20, price: 0.5, currency: 'USD' });
  await type(page, 'price', '');
  expect(onTariff).toHaveBeenLastCalledWith(null);
});

test.each([
  ['', false],
  ['0', false],
  ['1440', false],
  ['1441', true],
  ['1000000000', true],
  ['-3', true],
  ['many', true],
])('minutes of %j: marked as wrong %s, and no estimate of what does not fit', async (minutes, isWrong) => {
  const page = await open({ minutes: 20, price: 0.5, currency: 'MAD' });
  await type(page, 'minutes', minutes);
  expect(field(page, 'minutes').getAttribute('aria-invalid')).toBe(String(isWrong));
  expect(onTariff).toHaveBeenLastCalledWith(minutes === '1440' ? expect.objectContaining({ minutes: 1440 }) : null);
});

test('where nothing was blocked there is nothing to fill in', async () => {
  const page = await open(null, []);
  expect(page.textContent).toContain('No likely block of calls is on record here.');
  expect(page.querySelector('input')).toBeNull();
});
