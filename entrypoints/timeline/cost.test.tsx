import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { after, show } from '../../components/testing-page.ts';
import type { TimelineModel } from '../../components/timeline/model.ts';
import { DAY_MS } from '../../core/day.ts';
import { groupNetworks } from '../../core/history/grouping.ts';
import type { NetworkRecord, SpellRecord } from '../../core/history/records.ts';
import { key, network, spell } from '../../core/history/testing.ts';
import { costOf } from './cost.tsx';

const history = vi.hoisted(() => ({ networks: [] as NetworkRecord[], spells: [] as SpellRecord[] }));
vi.mock('#i18n', async () => ({ i18n: (await import('../../components/testing-page.ts')).i18n }));
vi.mock('../../platform/history/reading.ts', () => ({ readHistory: async () => history }));
vi.mock('../../platform/storage.ts', () => ({ tariffItem: { getValue: async () => null } }));

const NOW = 100 * DAY_MS;

/** Operator and what stands below it, a line each. */
async function told(networks: readonly NetworkRecord[], spells: readonly SpellRecord[]): Promise<string[]> {
  Object.assign(history, { networks, spells });
  const model = { groups: signal(groupNetworks(networks)), now: signal(NOW) } as unknown as TimelineModel;
  const Costs = costOf(model);
  const page = await show(<Costs />);
  await after(() => {});
  return [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.firstChild?.textContent).join(': '),
  );
}
const blocked = (n: number, from: number, until: number) =>
  spell(from * DAY_MS, null, { network: key(n), seenAt: until * DAY_MS });

test('Time is told by operator, also where the person gave networks of several one name', async () => {
  const phone = { name: 'My phone' };
  const networks = [
    network(1, { ...phone, operator: 'Maroc Telecom' }),
    network(2, { ...phone, operator: 'Inwi' }),
    network(3, { operator: 'Inwi' }),
  ];
  expect(await told(networks, [blocked(1, 10, 16), blocked(2, 20, 22), blocked(3, 21, 25)])).toEqual([
    'Maroc Telecom',
    'WhatsApp: 6 days',
    'Inwi',
    'WhatsApp: 5 days',
  ]);
});

test('Address ranges of one network count as long as each was seen blocked, and what nothing is known of has the person’s name', async () => {
  const networks = [network(1, { name: 'Hotel' }), network(2, { name: 'Hotel' })];
  expect(await told(networks, [blocked(1, 10, 12), blocked(2, 13, 14)])).toEqual(['Hotel', 'WhatsApp: 3 days']);
});

test('Months between two blocks of one operator cost nothing', async () => {
  const networks = [network(1, { operator: 'Inwi' }), network(2, { operator: 'Inwi' })];
  expect(await told(networks, [blocked(1, 0, 5), blocked(2, 80, 84)])).toEqual(['Inwi', 'WhatsApp: 9 days']);
});
