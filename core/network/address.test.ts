import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AddressKind, addressKind } from './address.ts';

describe('an address in which no public service can live', () => {
  test.for<[what: string, first: string, last: string, kind: AddressKind, before: string, after: string]>([
    ['this network', '0.0.0.0', '0.255.255.255', 'private', '255.255.255.255', '1.0.0.0'],
    ['private, class A', '10.0.0.0', '10.255.255.255', 'private', '9.255.255.255', '11.0.0.0'],
    ["an operator's own (CGNAT)", '100.64.0.0', '100.127.255.255', 'private', '100.63.255.255', '100.128.0.0'],
    ['loopback', '127.0.0.0', '127.255.255.255', 'private', '126.255.255.255', '128.0.0.0'],
    ['link-local', '169.254.0.0', '169.254.255.255', 'private', '169.253.255.255', '169.255.0.0'],
    ['private, class B', '172.16.0.0', '172.31.255.255', 'private', '172.15.255.255', '172.32.0.0'],
    ['protocol assignments', '192.0.0.0', '192.0.0.255', 'private', '191.255.255.255', '192.0.1.0'],
    ['private, class C', '192.168.0.0', '192.168.255.255', 'private', '192.167.255.255', '192.169.0.0'],
    ['a tunnel that hands out names', '198.18.0.0', '198.19.255.255', 'tunnel', '198.17.255.255', '198.20.0.0'],
    ['multicast and reserved', '224.0.0.0', '255.255.255.255', 'private', '223.255.255.255', '8.8.8.8'],
  ])('%s: %s to %s is %s', ([, first, last, kind, before, after]) => {
    expect([first, last].map(addressKind)).toEqual([kind, kind]);
    const outside = [before, after].filter((address) => address !== '255.255.255.255');
    expect(outside.map(addressKind)).toEqual(outside.map(() => 'public'));
  });

  test.for([
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fc00::1', 'unique local'],
    ['fd12:3456:789a::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['febf::1', 'link-local'],
    ['[fe80::1]', 'in brackets'],
    ['FD00::1', 'in capitals'],
    ['::ffff:10.0.0.1', 'IPv4 in IPv6'],
    ['[::ffff:192.168.1.1]', 'IPv4 in IPv6, in brackets'],
    ['::ffff:0a00:0001', 'IPv4 in IPv6, in hexadecimal'],
    ['[::ffff:a00:1]', 'IPv4 in IPv6, as browsers write it'],
  ])('IPv6: %s, %s', ([address]) => {
    expect(addressKind(address ?? '')).toBe('private');
  });
});

describe('an address that accuses nobody', () => {
  test.for([
    '8.8.8.8',
    '157.240.24.133',
    '2a03:2880:f003::1',
    '2001:4860:4860::8888',
    'fec0::1',
    'fb00::1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '[2606:4700::1111]',
    '::1234',
    '0:1::1',
    '::2:0:0:1',
    '2001:db8::ffff:10.0.0.1',
  ])('%s is public', (address) => {
    expect(addressKind(address)).toBe('public');
  });

  test.for([
    '',
    'localhost',
    'example.org',
    '10.0.0',
    '10.300.1.1',
    '10.0.0.0.1',
    '0x0a000001',
    '10.0.0.1:443',
    '[',
    '10.0.0.x',
    '::10.0.0.1:443',
    '::10.0.0.x',
    '::10.300.1.1',
    '[fe80::1]:443',
  ])('%j is unreadable, and so public', (text) => {
    expect(addressKind(text)).toBe('public');
  });

  test('no text whatever throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (text) => {
        expect(['public', 'private', 'tunnel']).toContain(addressKind(text));
      }),
    );
  });
});
