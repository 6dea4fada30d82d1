import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followOwnServers, forgetFormerNames, rememberNames } from './own-names.ts';
import { ownServersItem } from './storage.ts';

const server = {
  id: 'own-00000001',
  name: 'Mine',
  addresses: [{ kind: 'web', url: 'https://mine.example/' }],
} as const;
const OWN = { schemaVersion: 1, servers: [server], former: { 'own-00000002': 'Old' } } as const;

beforeEach(async () => {
  fakeBrowser.reset();
  await ownServersItem.setValue(OWN);
});

test('Names are told at once, and again after every change', async () => {
  const show = vi.fn();
  await followOwnServers(show);
  expect(show).toHaveBeenLastCalledWith(OWN);
  await ownServersItem.setValue({ ...OWN, servers: [{ ...server, name: 'New' }] });
  expect(show).toHaveBeenLastCalledWith({ ...OWN, servers: [{ ...server, name: 'New' }] });
});

test('Names that came with a file are kept where none is known, and no server comes with them', async () => {
  await rememberNames({ 'own-00000001': 'Theirs', 'own-00000002': 'Theirs', 'own-00000003': 'Theirs' });
  expect(await ownServersItem.getValue()).toEqual({
    ...OWN,
    former: { 'own-00000002': 'Old', 'own-00000003': 'Theirs' },
  });
});

test('However many files are imported, there is an end to the names', async () => {
  const id = (n: number) => `own-${n.toString(16).padStart(8, '0')}`;
  for (const from of [100, 300]) {
    await rememberNames(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [id(from + n), 'x'])));
  }
  expect(Object.keys((await ownServersItem.getValue()).former)).toHaveLength(200);
});

test('With the whole history go the names that only it needed', async () => {
  await forgetFormerNames();
  expect(await ownServersItem.getValue()).toEqual({ ...OWN, former: {} });
});
