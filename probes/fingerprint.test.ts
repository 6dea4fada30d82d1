import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('A public network is named by 64 bits of the HMAC of its prefix under this installation’s salt', async () => {
  const mac = createHmac('sha256', 'salt').update('203.0.113.0/24').digest('hex');
  expect(await fingerprint('203.0.113.77', 'salt')).toEqual({ family: 4, fingerprint: mac.slice(0, 16) });
});

test('IPv6 networks are told apart by their /48', async () => {
  const one = await fingerprint('2001:db8:1:2::3', 'salt');
  expect(one?.family).toBe(6);
  expect(await fingerprint('2001:db8:1:ffff::9', 'salt')).toEqual(one);
  expect(await fingerprint('2001:db8:2:2::3', 'salt')).not.toEqual(one);
});

test.for(['a1b2c3d4.local', '', '999.1.1.1'])('“%s” names no network', async (address) => {
  expect(await fingerprint(address, 'salt')).toBeNull();
});
