import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetAll } from './forgetting.ts';
import { keepSecret, secretOf } from './secrets.ts';
import { ownServersItem } from './storage.ts';

const removed = vi.hoisted(() => ({ remove: () => Promise.resolve(true) }));
vi.mock('./permissions.ts', () => ({
  explainPermission: removed,
  notificationPermission: removed,
  removeHosts: () => Promise.resolve(),
}));

test('Own servers are forgotten with their credentials', async () => {
  const server = { id: 'own-00000001', name: 'Ours', addresses: [] };
  await ownServersItem.setValue({ schemaVersion: 1, servers: [server], former: { 'own-00000002': 'Old' } });
  await keepSecret(server.id, { kind: 'password', username: 'joe', password: 'hunter2' });

  expect(await forgetAll()).toBe(true);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(await secretOf(server.id)).toBeNull();
});
