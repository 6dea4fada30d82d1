import { describe, expect, test, vi } from 'vitest';
import type { TransportCall } from '../../core/call/call.ts';
import { HOME, history, MOBILE, NOTHING, NOW } from '../../core/history/export/testing.ts';
import { call, transportCall } from '../../core/history/testing.ts';
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

describe('a test call through a server of one’s own, without and with a VPN', () => {
  const compared = async (first: Partial<TransportCall>, second: Partial<TransportCall> | null) => {
    const on = (network: string, change: Partial<TransportCall>) =>
      call(NOW, { network, conclusion: change.end === 'silent' ? 'silent' : 'works', calls: [transportCall(change)] });
    const calls = [on(HOME, first), ...(second ? [on(MOBILE, second)] : [])];
    return show(<Compare networks={[home, vpn]} history={{ ...history, calls }} now={NOW} />);
  };

  test('sounds better or worse, with a word on how much one call shows', async () => {
    const page = await compared({ mos: 3.2 }, { mos: 4.3, roundTripMs: 165 });
    expect(conclusion(page)).toContain(
      '\u2068A server of yours\u2069: the test call sounds better here, 4.3 against 3.2 of 4.5.',
    );
    expect(conclusion(page)).toContain('One test call on each side.');
    expect(row(page, '\u2068A server of yours')[1]).toContain('165 ms there and back · 0% lost · good for voice');
  });

  test('gets through, or no longer does', async () => {
    const silent = { end: 'silent', mos: null } as const;
    expect(conclusion(await compared(silent, {}))).toContain('gets through here; on the first side it did not.');
    expect(conclusion(await compared({}, silent))).toContain('does not get through here; on the first side it did.');
  });

  test('on one side alone is shown, and nothing is concluded', async () => {
    const page = await compared({}, null);
    expect(row(page, '\u2068A server of yours')).toEqual([
      expect.stringContaining('The test call works'),
      expect.stringContaining('No test call'),
    ]);
    expect(conclusion(page)).not.toContain('test call');
  });
});
