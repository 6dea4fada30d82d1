import { expect, test } from 'vitest';
import { nonce, realm, software, xorMappedAddress } from './attributes.ts';
import { decode, encode, METHODS } from './message.ts';

/** The test vectors of RFC 5769, as they are printed there. */

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const TRANSACTION = bytes('b7e7a701 bc34d686 fa87dfae');

const REQUEST = bytes(`
  00010058 2112a442 b7e7a701 bc34d686 fa87dfae
  80220010 5354554e 20746573 7420636c 69656e74
  00240004 6e0001ff
  80290008 932ff9b1 51263b36
  00060009 6576746a 3a683676 59202020
  00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
  80280004 e57a3bcf`);
const ANSWER_4 = bytes(`
  0101003c 2112a442 b7e7a701 bc34d686 fa87dfae
  8022000b 74657374 20766563 746f7220
  00200008 0001a147 e112a643
  00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
  80280004 c07d4c96`);
const ANSWER_6 = bytes(`
  01010048 2112a442 b7e7a701 bc34d686 fa87dfae
  8022000b 74657374 20766563 746f7220
  00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
  00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
  80280004 c8fb0b4c`);
const LONG_TERM = bytes(`
  00010060 2112a442 78ad3433 c6ad72c0 29da412e
  00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
  0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
  0014000b 6578616d 706c652e 6f726700
  00080014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666`);

const read = (message: Uint8Array) => decode(message) ?? expect.fail('is a message');

test('2.1 is a binding request', () => {
  const message = read(REQUEST);
  expect(message).toMatchObject({ class: 'request', method: METHODS.binding, transaction: TRANSACTION });
  expect(software(message)).toBe('STUN test client');
  expect(message.attributes.map(({ type }) => type)).toEqual([0x8022, 0x0024, 0x8029, 0x0006, 0x0008, 0x8028]);
  expect(xorMappedAddress(message)).toBeNull();
});

test('2.2 is an answer with an IPv4 address', () => {
  const message = read(ANSWER_4);
  expect(message).toMatchObject({ class: 'success', method: METHODS.binding, transaction: TRANSACTION });
  expect(software(message)).toBe('test vector');
  expect(xorMappedAddress(message)).toEqual({ address: '192.0.2.1', port: 32853 });
});

test('2.3 is an answer with an IPv6 address', () => {
  const message = read(ANSWER_6);
  expect(software(message)).toBe('test vector');
  expect(xorMappedAddress(message)).toEqual({ address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32853 });
});

test('2.4 is a request with long-term credentials', () => {
  const message = read(LONG_TERM);
  expect(realm(message)).toBe('example.org');
  expect(nonce(message)).toBe('f//499k954d6OL34oL9FSTvy64sA');
});

test.each([REQUEST, ANSWER_4, ANSWER_6, LONG_TERM])(
  'each comes out again, but for what it is padded with',
  (vector) => {
    const again = encode(read(vector));
    expect(again.length).toBe(vector.length);
    expect(decode(again)).toEqual(decode(vector));
  },
);
