import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { key, network } from '../../core/history/testing.ts';
import { openHistory } from './database.ts';
import { nameNetworks } from './naming.ts';
import { fillHistory } from './testing.ts';

const names = async () => (await (await openHistory()).getAll('networks')).map(({ name }) => name);

beforeEach(() => fillHistory({ networks: [network(1), network(2), network(3, { name: 'Office' })] }));

test('Networks get one name, and the others keep theirs', async () => {
  await nameNetworks([key(1), key(2)], 'Home, ADSL');
  expect(await names()).toEqual(['Home, ADSL', 'Home, ADSL', 'Office']);
});

test('A blank name, or none, takes the name away', async () => {
  await nameNetworks([key(3)], ' \u200b\n ');
  expect(await names()).toEqual([null, null, null]);
});

test('A name is one line of bounded length, and shows no more than it is', async () => {
  await nameNetworks([key(1)], `  Home\u202e\tline\u0000  ${'🏠'.repeat(200)}`);
  const [name] = await names();
  expect(name).toMatch(/^Home line 🏠+$/u);
  expect([...(name ?? '')]).toHaveLength(60);
});

test('A network that has been deleted meanwhile does not come back', async () => {
  await nameNetworks([key(9)], 'Home');
  expect(await names()).toHaveLength(3);
});
