import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { EMPTY_MEMORY, EMPTY_NETWORK } from '../../core/evidence/memory.ts';
import { groupNetworks } from '../../core/history/grouping.ts';
import { key, network, round } from '../../core/history/testing.ts';
import { fillHistory } from '../../platform/history/testing.ts';
import { memoryItem, placeItem } from '../../platform/storage.ts';
import { openTimeline } from './model.ts';

const place = {
  key: key(1),
  asn: null,
  operator: null,
  country: null,
  hosting: false,
  access: null,
  name: 'Hotel',
  filedAt: 90,
  hints: [],
  blockedSince: { 'whatsapp/calls': 12 },
  said: { whatsapp: { word: 'failed' as const, at: 15 } },
};
const HOTEL = network(1, { name: 'Hotel', firstAt: 12, lastAt: 90 });
const OFFICE = network(2, { name: 'Office', firstAt: 40, lastAt: 80 });

beforeEach(async () => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint));
  await fillHistory({ networks: [HOTEL, OFFICE], rounds: [round(12), round(90), round(40, { network: key(2) })] });
  await memoryItem.setValue({ ...EMPTY_MEMORY, networks: { [key(1)]: EMPTY_NETWORK, [key(2)]: EMPTY_NETWORK } });
  await placeItem.setValue(place);
});
const remembered = async () => Object.keys((await memoryItem.getValue())?.networks ?? {});

test('With deleted days goes what the verdict remembers of the networks that were used in them, and of no others', async () => {
  const { actions } = openTimeline(() => {});
  expect(await actions.forget(actions.deletions.between(10, 20))).toBe(true);
  expect(await remembered()).toEqual([key(2)]);
  expect(await placeItem.getValue()).toEqual({ ...place, blockedSince: {}, said: {} });
});

test('A network of which nothing is left loses its name as well', async () => {
  const { actions } = openTimeline(() => {});
  await actions.forget(actions.deletions.between(10, 95));
  expect(await remembered()).toEqual([]);
  expect(await placeItem.getValue()).toMatchObject({ name: null, blockedSince: {}, said: {} });
});

test('Days in which no network was used change nothing', async () => {
  const { actions } = openTimeline(() => {});
  await actions.forget(actions.deletions.between(91, 99));
  expect(await remembered()).toEqual([key(1), key(2)]);
  expect(await placeItem.getValue()).toEqual(place);
});

test('A network goes with what the verdict remembers of it', async () => {
  const { actions } = openTimeline(() => {});
  const [office] = groupNetworks([OFFICE]);
  if (office) await actions.forget(actions.deletions.network(office));
  expect(await remembered()).toEqual([key(1)]);
});
