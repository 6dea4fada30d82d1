import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicPrefix } from './prefix.ts';

describe('the network of an IPv4 address', () => {
  test.for([
    ['203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['0.0.0.0', '0.0.0.0/24'],
    ['255.255.255.255', '255.255.255.0/24'],
  ])('%s is %s', ([address, prefix]) => {
    expect(publicPrefix(address ?? '')).toEqual({ family: 4, prefix });
  });

  test('keeps nothing of the last octet', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (address, octet) => {
        const neighbour = address.replace(/\d+$/, String(octet));
        expect(publicPrefix(neighbour)).toEqual(publicPrefix(address));
        expect(publicPrefix(address)?.prefix).toMatch(/\.0\/24$/);
      }),
    );
  });
});

describe('the network of an IPv6 address', () => {
  test.for([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001:2::', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['2001:db8:1::', '2001:db8:1::/48'],
    ['::1', '0:0:0::/48'],
    ['::', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['1:2:3:4:5:6:7::', '1:2:3::/48'],
    ['2001:db8:1::ffff:203.0.113.7', '2001:db8:1::/48'],
  ])('%s is %s', ([address, prefix]) => {
    expect(publicPrefix(address ?? '')).toEqual({ family: 6, prefix });
  });

  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  const long = (parts: readonly number[]) => parts.map((part) => part.toString(16).padStart(4, '0')).join(':');

  test('is the same however the address is written', () => {
    fc.assert(
      fc.property(groups, fc.nat({ max: 7 }), fc.nat({ max: 7 }), (parts, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const zeroed = parts.map((part, i) => (i >= from && i <= to ? 0 : part));
        const short = (list: readonly number[]) => list.map((part) => part.toString(16)).join(':');
        const compressed = `${short(zeroed.slice(0, from))}::${short(zeroed.slice(to + 1))}`;
        expect(publicPrefix(compressed)).toEqual(publicPrefix(long(zeroed)));
        expect(publicPrefix(compressed.toUpperCase())).toEqual(publicPrefix(compressed));
      }),
    );
  });

  test('keeps nothing after the third group', () => {
    fc.assert(
      fc.property(groups, groups, (mine, yours) => {
        const neighbour = [...mine.slice(0, 3), ...yours.slice(3)];
        expect(publicPrefix(long(neighbour))).toEqual(publicPrefix(long(mine)));
      }),
    );
  });
});

describe('what is no address has no network', () => {
  test.for([
    '',
    'abcd.local',
    '3f1e2c9a-7b1d-4c55-9f5e-1f2a3b4c5d6e.local',
    'example.org',
    '203.0.113',
    '256.0.0.1',
    '203.0.113.999',
    '1.2.3.4.5',
    '203.0.113.7:3478',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    ':::',
    ':',
    'g::1',
    '2001:[db8::1',
    '2001:]db8::1',
    '::1.2.3.4x',
    '::256.0.0.1',
    'name\n::1.2.3.4',
  ])('%j', (text) => {
    expect(publicPrefix(text)).toBeNull();
  });

  test('and no text throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f:.%]*$/)), (text) => {
        const network = publicPrefix(text);
        if (network) expect(network.prefix).toMatch(/\/(24|48)$/);
      }),
    );
  });
});
