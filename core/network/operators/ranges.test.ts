import { expect, test } from 'vitest';
import { overlay, readRanges } from './ranges.ts';

test('Rows of a file become ranges of /24, with the names of systems', () => {
  const csv = '16777216,16777471,13335,"Cloudflare, Inc."\n16778240,16779263,38803,"The ""Company"""\n';
  const { ranges, names } = readRanges(csv, 4);
  expect(ranges).toEqual([
    { first: 0x01_00_00, end: 0x01_00_01, value: '13335' },
    { first: 0x01_00_04, end: 0x01_00_08, value: '38803' },
  ]);
  expect([...names]).toEqual([
    ['13335', 'Cloudflare, Inc.'],
    ['38803', 'The "Company"'],
  ]);
});

test('What does not fill half of a /24 is dropped', () => {
  expect(readRanges('16777216,16777279,AU\n', 4).ranges).toEqual([]);
  expect(readRanges('16777216,16777407,AU\n', 4).ranges).toEqual([{ first: 0x01_00_00, end: 0x01_00_01, value: 'AU' }]);
});

test('IPv6 is counted in /48', () => {
  const first = 0x2001_4288n << 96n;
  expect(readRanges(`${first},${first + (1n << 96n) - 1n},MA\n`, 6).ranges).toEqual([
    { first: 0x2001_4288_0000, end: 0x2001_4289_0000, value: 'MA' },
  ]);
});

test('Lines that are no rows are passed over', () => {
  expect(readRanges('\nfirst,last,country\n1,2\n', 4).ranges).toEqual([]);
});

test('Reserved addresses belong to nobody, whatever the data says', () => {
  const everything = [{ first: 0, end: 2 ** 24, value: 'AU' }];
  const parts = overlay(4, everything, [{ first: 0, end: 2 ** 24, value: '64500' }]);
  expect(parts.slice(0, 4)).toEqual([
    { first: 0, country: '', asn: 0 },
    { first: 0x01_00_00, country: 'AU', asn: 64500 },
    { first: 0x0a_00_00, country: '', asn: 0 },
    { first: 0x0b_00_00, country: 'AU', asn: 64500 },
  ]);
});

test('An address that nobody announces is of no system; one that nobody was given may count to any country', () => {
  const parts = overlay(
    4,
    [{ first: 0x01_00_00, end: 0x01_00_02, value: 'AU' }],
    [{ first: 0x01_00_00, end: 0x01_00_01, value: '64500' }],
  );
  expect(parts.slice(1, 4)).toEqual([
    { first: 0x01_00_00, country: 'AU', asn: 64500 },
    { first: 0x01_00_01, country: 'AU', asn: 0 },
    { first: 0x01_00_02, country: undefined, asn: 0 },
  ]);
});
