import { expect, test, vi } from 'vitest';
import { HOME, history, MOBILE, NOTHING, NOW } from '../../core/history/export/testing.ts';
import { choose, find, show } from '../testing-page.ts';
import { Compare } from './Compare.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const home = { label: 'Home', keys: [HOME] };
const vpn = { label: 'VPN', keys: [MOBILE] };
const conclusion = (page: Element) => page.querySelector('.conclusion')?.textContent;
const row = (page: Element, name: string) =>
  [...(find(page, 'th', name).closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);

test('with a VPN: what becomes reachable and what it costs, in a sentence and service by service', async () => {
  const page = await show(<Compare networks={[home, vpn]} history={history} now={NOW} />);
  expect(conclusion(page)).toBe(
    'VPN, last check, compared with Home, last check:Calls become reachable: WhatsApp.Answers take 85 ms longer.',
  );
  expect(row(page, 'WhatsApp')).toEqual([
    'Calls likely blocked',
    'No sign of blockingRelays answer in 140 msCalls become reachable',
  ]);
  expect(row(page, 'Signal')).toEqual(['No sign of blockingRelays answer in 63 ms', 'Not measured']);
  expect(row(page, 'Control servers')).toEqual(['40 ms', '125 ms85 ms longer']);
});

test('of a span it says how many rounds agree', async () => {
  const page = await show(<Compare networks={[home, vpn]} history={history} now={NOW} />);
  await choose(find(page, 'select', 'When'), 'last 30 days');
  expect(row(page, 'WhatsApp')[0]).toBe('Calls likely blocked9 of 9 rounds');
  expect(row(page, 'Signal')[0]).toBe('No sign of blocking9 of 9 rounds · Relays answer in 63 ms');
});

test('one network alone is compared with itself a week ago', async () => {
  const page = await show(<Compare networks={[home]} history={history} now={NOW} />);
  expect(conclusion(page)).toContain('No difference that the measurements carry.');
  expect(() => find(page, 'button', 'This network and another')).toThrow();
});

test('where a side was never measured nothing is concluded', async () => {
  const page = await show(<Compare networks={[home, vpn]} history={NOTHING} now={NOW} />);
  expect(conclusion(page)).toBe('Nothing to compare yet. Check once on each side.');
  expect(page.querySelector('table')).toBeNull();
});
