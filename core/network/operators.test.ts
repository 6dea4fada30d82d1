import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operatorsFile } from './operators/files.ts';
import countries from './operators.countries.json' with { type: 'json' };
import sources from './operators.pairs.json' with { type: 'json' };
import { NOBODY, type Ownership, openOperators } from './operators.ts';

interface Pair {
  readonly prefix: string;
  readonly address: string;
  readonly asn: number;
  /** What people call that system, where it is a well-known one. */
  readonly operator?: string;
  /** The system that has the address by the table, where it is another operator's, and why. */
  readonly now?: number | null;
  readonly why?: string;
}

const file = readFileSync(operatorsFile());
const table = gunzipSync(file);
const operators = openOperators(table);
const pairs: readonly Pair[] = sources.flatMap(({ pairs }) => pairs as readonly Pair[]);

/** Of every address in the fixtures, by one walk. */
const all = new Map<string, Ownership>();
const addresses = [...pairs, ...countries.pairs].map(({ address }) => address);
operators.findAll(addresses).forEach((found, i) => {
  all.set(addresses[i] ?? '', found);
});

describe('an address has the operator that another source knows', () => {
  test.each(pairs)('$address in $prefix is of AS$asn $operator', ({ address, asn, operator, now }) => {
    const found = all.get(address) ?? NOBODY;
    if (now !== undefined) expect(found.asn).toBe(now);
    else if (found.asn !== asn) expect(found.operator).toBe(operator);
    else if (operator !== undefined) expect(found.operator).toBe(operator);
  });

  test('in 704 of 758 cases; each of the others says why', () => {
    const others = pairs.filter(({ now }) => now !== undefined);
    expect([pairs.length, pairs.length - others.length]).toEqual([758, 704]);
    expect(others.filter(({ why }) => !why)).toEqual([]);
  });
});

test.each<[address: string, operator: string]>([
  ['41.140.10.1', 'Maroc Telecom'],
  ['105.158.33.7', 'Maroc Telecom'],
  ['2001:4288::5', 'Maroc Telecom'],
  ['105.66.1.1', 'Inwi'],
  ['41.92.10.1', 'Orange Maroc'],
  ['2c0f:fb20::1', 'Orange Maroc'],
])('Morocco: %s is of %s', (address, operator) => {
  expect(operators.find(address)).toMatchObject({ operator, country: 'MA', hosting: false });
});

describe('an address is registered in the country that another source knows', () => {
  test.each(countries.pairs as readonly { address: string; country: string; now?: string | null }[])(
    '$address: $country',
    ({ address, country, now }) => {
      expect(all.get(address)?.country).toBe(now === undefined ? country : now);
    },
  );

  test('in 219 of 254 countries by IPv4 and 210 of 239 by IPv6; each of the others says why', () => {
    const agree = (family: 4 | 6) => {
      const all = countries.pairs.filter(({ address }) => address.includes(':') === (family === 6));
      return [all.length, all.filter((pair) => !('now' in pair)).length];
    };
    expect([agree(4), agree(6)]).toEqual([
      [254, 219],
      [239, 210],
    ]);
    expect(countries.pairs.filter((pair) => 'now' in pair && !('why' in pair))).toEqual([]);
  });
});

describe('hosting and VPN companies are marked', () => {
  test.each(['185.65.135.1', '146.70.100.1', '5.9.1.1', '104.16.1.1'])('%s', (address) => {
    expect(operators.find(address).hosting).toBe(true);
  });
});

describe('nobody has', () => {
  test.each([
    ...['0.0.0.1', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.1.1', '172.16.0.1', '192.168.1.1', '198.18.0.1'],
    ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fd00::1', 'fe80::1%eth0', '2001:db8::1', 'ff02::1', '', 'localhost', '1.2.3', '41.140.10.1:80'],
  ])('%j', (address) => {
    expect(operators.find(address)).toEqual(NOBODY);
  });
});

test('Asking for many is asking for each', () => {
  const some = ['2001:4288::5', '41.140.10.1', 'nobody', '223.5.5.5', '41.140.10.1'];
  expect(operators.findAll(some)).toEqual(some.map(operators.find));
});

test('An IPv4 address within IPv6 is the IPv4 address', () => {
  expect(operators.find('::ffff:41.140.10.1')).toEqual(operators.find('41.140.10.1'));
});

test('The file is no larger than 600 kB, and says nothing of when and where it was made', () => {
  expect(file.length).toBeLessThanOrEqual(600_000);
  expect([...file.subarray(4, 8), file[9]]).toEqual([0, 0, 0, 0, 255]);
});

describe('a damaged table ends in an error or an answer', () => {
  const ask = (bytes: Uint8Array, address: string) => {
    try {
      return typeof openOperators(bytes).find(address).hosting;
    } catch (error) {
      return error instanceof RangeError;
    }
  };

  test('when it is cut off', () => {
    for (const share of [0, 0.001, 0.01, 0.2, 0.5, 0.9, 0.999]) {
      const bytes = table.subarray(0, Math.floor(table.length * share));
      expect(() => openOperators(bytes)).toThrow(RangeError);
    }
  });

  test('when its bytes are others', () => {
    const change = fc.record({ at: fc.nat({ max: table.length - 1 }), byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.ipV4(), (changes, address) => {
        const bytes = Uint8Array.from(table);
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(['boolean', true]).toContain(ask(bytes, address));
      }),
      { numRuns: 20 },
    );
  });

  test('when it is anything at all', () => {
    const magic = new TextEncoder().encode('RNO1');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), fc.ipV6(), (noise, marked, address) => {
        expect(['boolean', true]).toContain(ask(marked ? Uint8Array.of(...magic, ...noise) : noise, address));
      }),
    );
  });
});
