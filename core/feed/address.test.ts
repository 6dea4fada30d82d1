import { describe, expect, test } from 'vitest';
import { editionOf } from '../catalogue/packed-file.ts';
import { isPublicAddress, isPublicHost } from './address.ts';

describe('a host that a feed may bring', () => {
  test.for(['signal.org', 'xn--80ak6aa92e.com', 'a.b.c-d.example', '91.108.9.35', '1.1.1.1', 'relay.example.xn--p1ai'])(
    'is %s',
    (host) => expect(isPublicHost(host)).toBe(true),
  );

  test.for([
    '',
    'router',
    'localhost',
    'a.localhost',
    'printer.local',
    'nas.home.arpa',
    'db.corp.internal',
    'fritz.box.lan',
    'speedport.ip',
    'a.onion',
    '1.0.0.127.in-addr.arpa',
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '010.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    'a.0x7f',
    '[::1]',
    '[fe80::1]',
    '[2606:4700::1]',
    '::ffff:127.0.0.1',
    '[::ffff:127.0.0.1]',
    '[::ffff:808:808]',
    'localhost.',
    '127.0.0.1.',
    'xn--.example.',
    'example..com',
    'example.com.',
    '-a.example',
    'a-.example',
    'a_b.example',
    'EXAMPLE.com',
    'exämple.com',
    'user@example.com',
    `${'a'.repeat(64)}.example`,
    `${'abcdefgh.'.repeat(30)}example`,
  ])('is not %s', (host) => expect(isPublicHost(host)).toBe(false));
});

describe('an address that a feed may bring', () => {
  test('is each of the package’s own', () => {
    const { services, controls, doh } = editionOf();
    const urls = [
      ...services.flatMap(({ endpoints }) => Object.values(endpoints).flat()),
      ...[...controls, ...doh].map(({ url }) => url),
    ].map((packed) => packed.split(' ')[0] ?? '');
    expect(urls.filter((url) => !isPublicAddress(url))).toEqual([]);
    expect(urls.length).toBeGreaterThan(100);
  });

  test.for([
    'https://example.com',
    'https://example.com:443/',
    'https://EXAMPLE.com/',
    'https://user@example.com/',
    'https://user:word@example.com/',
    'https://example.com\\@127.0.0.1/',
    'https://example.com/../..',
    'https://example.com/#fragment',
    'https://example.com:25/',
    'https://example.com:0/',
    'https://exa mple.com/',
    'https://example.com/\u202e',
    'https://example.com/"><script>',
    'https:///example.com/',
    'https://192.168.0.1/',
    'https://[::1]/',
    'wss://localhost/',
    `https://example.com/${'a'.repeat(300)}`,
    'stun:10.0.0.1:3478',
    'stun:example.com:0',
    'stun:example.com:65536',
    'stun:example.com:03478',
    'stun:example.com:25',
    'turn:user@example.com:3478?transport=udp',
    'turns:[fe80::1]:443',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});
