import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, ask, type Question } from './ask.ts';
import { ATTRIBUTES, errorCode, nonce, realm, requestedTransport, software, xorMappedAddress } from './attributes.ts';
import { firstMessage } from './framing.ts';
import { type Attribute, announced, decode, encode, METHODS, type Message, type MessageClass } from './message.ts';

const bytes = (most: number, least = 0) => fc.uint8Array({ minLength: least, maxLength: most });
const transaction = bytes(12, 12);
const question = fc.constantFrom<Question>('binding', 'allocate');
const attribute: fc.Arbitrary<Attribute> = fc.record({
  type: fc.oneof(fc.constantFrom(...Object.values(ATTRIBUTES)), fc.integer({ min: 0, max: 0xffff })),
  value: bytes(40),
});
const message: fc.Arbitrary<Message> = fc.record({
  class: fc.constantFrom<MessageClass>('request', 'indication', 'success', 'error'),
  method: fc.integer({ min: 0, max: 0xfff }),
  transaction,
  attributes: fc.array(attribute, { maxLength: 8 }),
});

const answer = (type: MessageClass, attributes: readonly Attribute[] = []): Message => ({
  class: type,
  method: METHODS.allocate,
  transaction: new Uint8Array(12),
  attributes,
});
const error = (...value: number[]) => answer('error', [{ type: ATTRIBUTES.ERROR_CODE, value: Uint8Array.from(value) }]);
const read = (sent: Message): Message => decode(encode(sent)) ?? expect.fail('is a message');

describe('a message', () => {
  test('comes out as it went in, at any place in memory', () => {
    fc.assert(
      fc.property(message, fc.nat(7), (sent, shift) => {
        const encoded = encode(sent);
        const memory = new Uint8Array(shift + encoded.length);
        memory.set(encoded, shift);
        expect(decode(memory.subarray(shift))).toEqual(sent);
      }),
    );
  });

  test('has the types that the RFCs print', () => {
    const type = (kind: MessageClass, method: number) => {
      const [high = 0, low = 0] = encode({ ...answer(kind), method });
      return high * 256 + low;
    };
    expect(type('request', METHODS.binding)).toBe(0x0001);
    expect(type('success', METHODS.binding)).toBe(0x0101);
    expect(type('error', METHODS.binding)).toBe(0x0111);
    expect(type('request', METHODS.allocate)).toBe(0x0003);
    expect(type('error', METHODS.allocate)).toBe(0x0113);
    expect(type('indication', 0x006)).toBe(0x0016);
    expect(type('error', 0xfff)).toBe(0x3fff);
  });

  test('is not one without its end, with more than its end, or with a bit of cookie or length changed', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.integer({ min: 16, max: 63 }), (sent, cut, bit) => {
        const encoded = encode(sent);
        expect(decode(encoded.subarray(0, cut % encoded.length))).toBeNull();
        expect(decode(Uint8Array.of(...encoded, 0))).toBeNull();
        const changed = encoded.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(decode(changed)).toBeNull();
      }),
    );
  });

  test('is not one without the two zero bits before it, or when it does not end at a multiple of four', () => {
    for (const bit of [0x40, 0x80]) expect(decode(encode(answer('success')).fill(bit, 0, 1))).toBeNull();
    for (const more of [1, 2, 3, 5, 6, 7]) {
      const odd = new Uint8Array(20 + more);
      odd.set(encode(answer('success')));
      odd[3] = more;
      expect(decode(odd)).toBeNull();
      expect(announced(odd)).toBeNull();
    }
  });

  test('that does not fit is not made', () => {
    const huge = { type: 1, value: new Uint8Array(0xfff0) };
    expect(() => encode(answer('request', [huge, huge]))).toThrow(RangeError);
    expect(() => encode({ ...answer('request'), transaction: new Uint8Array(11) })).toThrow(RangeError);
  });
});

describe('whatever comes', () => {
  /** What hostile servers send: noise, and noise behind a true header. */
  const noise = fc.oneof(
    bytes(200),
    fc.tuple(message, bytes(60), fc.nat()).map(([sent, more, at]) => {
      const encoded = encode({ ...sent, attributes: [...sent.attributes, { type: 0x20, value: more }] });
      const damaged = encoded.slice();
      damaged.set(more.subarray(0, encoded.length - 20), 20 + (at % Math.max(1, encoded.length - 20 - more.length)));
      return damaged;
    }),
  );

  test('nothing throws, and what is read is what it says it is', () => {
    fc.assert(
      fc.property(noise, transaction, question, (received, own, asked) => {
        const heard = decode(received);
        announced(received);
        firstMessage(received, 100);
        answerTo(asked, own, received);
        if (heard === null) return;
        for (const read of [realm, nonce, software]) expect(['string', 'object']).toContain(typeof read(heard));
        const { code = 300 } = errorCode(heard) ?? {};
        expect(code >= 300 && code < 700).toBe(true);
        const { address = '::', port = 0 } = xorMappedAddress(heard) ?? {};
        expect(address).toMatch(/^[\da-f.:]+$/);
        expect(port >= 0 && port <= 0xffff).toBe(true);
        requestedTransport(heard);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an address', () => {
  const masked = (family: number, port: number, octets: readonly number[], transaction: Uint8Array) => {
    const mask = [0x21, 0x12, 0x21, 0x12, 0xa4, 0x42, ...transaction];
    return Uint8Array.of(0, family, ...[port >> 8, port & 0xff, ...octets].map((byte, at) => byte ^ (mask[at] ?? 0)));
  };
  const mapped = (value: Uint8Array, transaction: Uint8Array) =>
    xorMappedAddress({ ...answer('success', [{ type: ATTRIBUTES.XOR_MAPPED_ADDRESS, value }]), transaction });

  test('of either family is read', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(0xffff), transaction, (address, port, own) => {
        const octets = address.split('.').map(Number);
        expect(mapped(masked(1, port, octets, own), own)).toEqual({ address, port });
      }),
    );
    fc.assert(
      fc.property(bytes(16, 16), fc.nat(0xffff), transaction, (octets, port, own) => {
        const { address = '' } = mapped(masked(2, port, [...octets], own), own) ?? {};
        // As a URL has it, which knows RFC 5952.
        expect(new URL(`http://[${address}]`).hostname).toBe(`[${address}]`);
      }),
    );
  });

  test.each([
    ['a family that there is not', masked(3, 1, [1, 2, 3, 4], new Uint8Array(12))],
    ['IPv6 in four bytes', masked(2, 1, [1, 2, 3, 4], new Uint8Array(12))],
    ['IPv4 in five', masked(1, 1, [1, 2, 3, 4, 5], new Uint8Array(12))],
    ['nothing', new Uint8Array()],
  ])('%s is none', (_, value) => {
    expect(mapped(value, new Uint8Array(12))).toBeNull();
  });
});

describe('an error', () => {
  test('is its class, its number and its reason', () => {
    const reason = [...new TextEncoder().encode('Unauthorized')];
    expect(errorCode(error(0, 0, 4, 1, ...reason))).toEqual({ code: 401, reason: 'Unauthorized' });
    // The bits before the class are reserved, and ignored.
    expect(errorCode(error(0xff, 0xff, 0xfc, 38))).toEqual({ code: 438, reason: '' });
  });

  test.each([[[0, 0, 2, 0]], [[0, 0, 7, 0]], [[0, 0, 4, 100]], [[0, 0, 4]], [[]]])('%j is none', (value) => {
    expect(errorCode(error(...value))).toBeNull();
  });
});

test('of two attributes of a kind the first counts', () => {
  const of = (text: string) => ({ type: ATTRIBUTES.REALM, value: new TextEncoder().encode(text) });
  expect(realm(read(answer('error', [of('one'), of('two')])))).toBe('one');
});

describe('a question', () => {
  test('for a relay asks for UDP', () => {
    fc.assert(
      fc.property(transaction, (own) => {
        const message = decode(ask('allocate', own));
        expect(message).toMatchObject({ class: 'request', method: METHODS.allocate, transaction: own });
        expect(message && requestedTransport(message)).toBe(17);
        expect(decode(ask('binding', own))?.attributes).toEqual([]);
      }),
    );
  });

  test('is answered by what carries its transaction and method, and is a success or says which error', () => {
    const own = new Uint8Array(12).fill(7);
    const answered = (sent: Message) => answerTo('allocate', own, encode(sent)) !== null;
    const to = { transaction: own };
    expect(answered({ ...answer('success'), ...to })).toBe(true);
    expect(answered({ ...error(0, 0, 4, 1), ...to })).toBe(true);
    expect(answered({ ...answer('error'), ...to })).toBe(false);
    expect(answered({ ...answer('request'), ...to })).toBe(false);
    expect(answered({ ...answer('success'), ...to, method: METHODS.binding })).toBe(false);
    expect(answered(answer('success'))).toBe(false);
    expect(answerTo('allocate', own, ask('allocate', own))).toBeNull();
  });
});

describe('over a stream', () => {
  test('a message is found however it is cut', () => {
    fc.assert(
      fc.property(message, bytes(30), fc.nat(), (sent, behind, cut) => {
        const encoded = encode(sent);
        const here = Uint8Array.of(...encoded, ...behind);
        expect(firstMessage(here, 1000)).toBe(encoded.length);
        expect(firstMessage(here.subarray(0, cut % encoded.length), 1000)).toBe('more');
      }),
    );
  });

  test('what begins none, or one that is too long, is not waited for', () => {
    expect(firstMessage(new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n'), 1000)).toBeNull();
    const long = encode(answer('success', [{ type: 1, value: new Uint8Array(1000) }]));
    expect(firstMessage(long.subarray(0, 20), 1000)).toBeNull();
  });
});
