import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allows } from '../../core/catalogue/consent.ts';
import { controls, doh, services } from '../../core/catalogue/files.ts';
import { contacts } from '../../core/catalogue/hosts.ts';
import { catalogueFile } from '../../core/catalogue/packed-file.ts';
import { consentItem, ownServersItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import { namedConsent } from './consent.ts';

beforeEach(() => {
  extension();
  vi.stubGlobal('fetch', async () => new Response(catalogueFile()));
});
afterEach(() => void vi.unstubAllGlobals());

test('A consent that names no hosts becomes one that names the package’s and those of own servers, and no others', async () => {
  const own = {
    id: 'own-00000001',
    name: 'Home',
    addresses: [{ kind: 'stun' as const, url: 'stun:own.example:3478' }],
  };
  await ownServersItem.setValue({ schemaVersion: 1, servers: [own], former: {} });
  await consentItem.setValue({ agreedAt: 7 });
  const consent = await namedConsent();
  const listed = contacts({ services: services(), controls: controls(), doh: doh() }).map(({ host }) => host);
  expect(new Set(consent?.hosts)).toEqual(new Set([...listed, 'own.example']));
  expect(consent?.agreedAt).toBe(7);
  expect(await consentItem.getValue()).toEqual(consent);
  expect(allows(consent)('https://catalogue-a.ringback.example/feed.json')).toBe(false);
});

test.for([
  null,
  {},
  { agreedAt: 0 },
  { agreedAt: 1, hosts: [] },
  { agreedAt: 1, hosts: ['a.example'] },
  { agreedAt: 1, hosts: 7 },
])('Any other stays as it is: %j', async (consent) => {
  await consentItem.setValue(consent as never);
  expect(await namedConsent()).toEqual(consent);
  expect(await consentItem.getValue()).toEqual(consent);
});
