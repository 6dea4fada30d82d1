import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readMessage } from './message.ts';
import { hear, type OptionsQuestion, optionsRequest } from './options.ts';

const QUESTION: OptionsQuestion = {
  host: 'sip.example.org',
  branch: '1b9d6bcd',
  tag: '4f2a',
  callId: 'b8e1f00d',
  client: 'df7jal23ls0d',
};
const SENT_BY = 'df7jal23ls0d.invalid';

const bytes = (text: string) => new TextEncoder().encode(text);
const lines = (...all: string[]) => [...all, '', ''].join('\r\n');

/** A response as a decent server writes it: the request mirrored (RFC 3261, section 8.2.6.2). Undefined leaves a header out. */
function response(status: string, changed: Readonly<Record<string, string | undefined>> = {}): string {
  const headers = {
    Via: `SIP/2.0/WSS ${SENT_BY};branch=z9hG4bK1b9d6bcd;received=192.0.2.7`,
    To: '<sip:sip.example.org>;tag=server',
    From: '<sip:sip.example.org>;tag=4f2a',
    'Call-ID': 'b8e1f00d',
    CSeq: '1 OPTIONS',
    'Content-Length': '0',
    ...changed,
  };
  const written = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return lines(`SIP/2.0 ${status}`, ...written);
}

/** A response of so many bytes. */
function filled(length: number): string {
  const message = response('200 OK', { 'X-Filler': '' });
  return message.replace('X-Filler: ', `X-Filler: ${'x'.repeat(length - message.length)}`);
}

describe('the request', () => {
  test('says what a server needs, and nothing of the person', () => {
    expect(optionsRequest(QUESTION)).toBe(
      lines(
        'OPTIONS sip:sip.example.org SIP/2.0',
        'Via: SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK1b9d6bcd',
        'Max-Forwards: 70',
        'To: <sip:sip.example.org>',
        'From: <sip:sip.example.org>;tag=4f2a',
        'Call-ID: b8e1f00d',
        'CSeq: 1 OPTIONS',
        'Contact: <sip:df7jal23ls0d.invalid;transport=ws>',
        'Accept: application/sdp',
        'Content-Length: 0',
      ),
    );
  });

  const hex = fc.stringMatching(/^[0-9a-f]{8,32}$/);
  const questions = fc.record({
    host: fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
    ),
    branch: hex,
    tag: hex,
    callId: hex,
    client: hex,
  });

  test('is read as it was written, and is no answer to itself', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const request = optionsRequest(question);
        expect(readMessage(bytes(request))).toEqual({
          status: null,
          vias: [{ sentBy: `${question.client}.invalid`, branch: `z9hg4bk${question.branch}` }],
          callId: question.callId,
          cseq: { number: 1, method: 'OPTIONS' },
        });
        expect(hear(question, request)).toBeNull();
      }),
    );
  });

  test('is answered by its mirror, and by nobody else’s', () => {
    fc.assert(
      fc.property(questions, questions, fc.integer({ min: 200, max: 699 }), (question, other, status) => {
        const mirror = optionsRequest(question).replace(/^.*/, `SIP/2.0 ${status} Any`);
        expect(hear(question, mirror)).toBe(status);
        fc.pre(question.branch !== other.branch);
        expect(hear(other, mirror)).toBeNull();
      }),
    );
  });
});

describe('a final response', () => {
  test.each([
    '200 OK',
    '302 Moved',
    '401 Unauthorized',
    '403 Forbidden',
    '405 Method Not Allowed',
    '503 Busy',
    '603 Decline',
  ])('%s is a sign of life', (status) => expect(hear(QUESTION, response(status))).toBe(Number.parseInt(status, 10)));

  test.each([
    ['in a binary message', bytes(response('200 OK')).buffer],
    ['with no reason', response('200 ')],
    ['with not even the space before a reason', response('200')],
    ['with a reason that is no ASCII', response('200 Добрый день')],
    ['with its version in small letters', response('200 OK').replace('SIP/2.0 200', 'sip/2.0 200')],
    ['with short names', response('200 OK').replace('Via', 'v').replace('Call-ID', 'I').replace('Content-Length', 'l')],
    ['with names in other letters', response('200 OK').replace('Via', 'VIA').replace('CSeq', 'cseq')],
    ['with headers over several lines', response('200 OK').replaceAll(': ', '  :\r\n\t ')],
    ['with line feeds alone', response('200 OK').replaceAll('\r', '')],
    ['with both', response('200 OK').replaceAll(': ', ':\n  ').replaceAll('\r', '')],
    ['as large as it may be', filled(MOST_BYTES)],
    ['after empty lines', `\r\n\r\n${response('200 OK')}`],
    ['with leading zeros', response('200 OK', { CSeq: '0001  OPTIONS' })],
    [
      'with white space wherever it may be',
      response('200 OK', { Via: `SIP / 2.0 / WSS  ${SENT_BY} ; branch = z9hG4bK1b9d6bcd` }),
    ],
    [
      'with the branch in other letters',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY.toUpperCase()};BRANCH=Z9HG4BK1B9D6BCD` }),
    ],
    [
      'with separators in quotes',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};x=",;\\",";branch=z9hG4bK1b9d6bcd` }),
    ],
    ['without a length', response('200 OK', { 'Content-Length': undefined })],
    ['with a body', `${response('200 OK', { 'Content-Length': '4' })}v=0\n`],
    ['with a body that is counted in bytes', `${response('200 OK', { 'Content-Length': '10' })}s=Прив`],
    ['with more behind its end', `${response('200 OK')}OPTIONS sip:somebody@else SIP/2.0`],
  ])('is understood %s', (_, message) => expect(hear(QUESTION, message as string | ArrayBuffer)).toBe(200));
});

describe('what leaves us waiting', () => {
  test.each([
    ['a provisional response', response('100 Trying')],
    ['the highest of them', response('199 Early Dialog Terminated')],
    ['a response to another branch', response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};branch=z9hG4bKother` })],
    ['a response without a branch', response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY}` })],
    [
      'a parameter that only begins as ours',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};branch=z9hG4bK1b9d6bcd0` }),
    ],
    [
      'two branches',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};branch=z9hG4bK1b9d6bcd;branch=z9hG4bK1b9d6bcd` }),
    ],
    ['a response to another host', response('200 OK', { Via: 'SIP/2.0/WSS other.invalid;branch=z9hG4bK1b9d6bcd' })],
    [
      'a response that has further to go',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};branch=z9hG4bK1b9d6bcd, SIP/2.0/UDP 192.0.2.1` }),
    ],
    ['a response to another call', response('200 OK', { 'Call-ID': 'B8E1F00D' })],
    ['a response to another number', response('200 OK', { CSeq: '2 OPTIONS' })],
    ['a response to another method', response('200 OK', { CSeq: '1 INVITE' })],
    ['a method in other letters, which is another one', response('200 OK', { CSeq: '1 Options' })],
    [
      'a request of the server',
      response('200 OK').replace(/^.*/, 'NOTIFY sip:df7jal23ls0d.invalid;transport=ws SIP/2.0'),
    ],
    ['a request with our own name on it', optionsRequest(QUESTION)],
    ['a sign that the connection is kept alive', '\r\n\r\n'],
    ['its answer', '\r\n'],
    ['nothing', ''],
    ['nothing, in binary', new ArrayBuffer(0)],
  ])('%s', (_, message) => expect(hear(QUESTION, message)).toBeNull());
});

describe('what is not SIP', () => {
  test.each([
    ['JSON', '{"type":"welcome"}'],
    ['HTTP', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['SIP with something before it', `:${response('200 OK')}`],
    ['another version', response('200 OK').replace('SIP/2.0 200', 'SIP/7.0 200')],
    ['a status of two digits', response('20 OK')],
    ['a status of four digits', response('2000 OK')],
    ['a status above the last class', response('700 OK')],
    ['a status below the first', response('099 OK')],
    ['half of a head', response('200 OK').slice(0, 70)],
    ['a head without its end', response('200 OK').trimEnd()],
    ['half of a body', `${response('200 OK', { 'Content-Length': '10' })}v=0`],
    ['a body that lacks a byte', `${response('200 OK', { 'Content-Length': '4' })}v=0`],
    ['a length that is not all digits', response('200 OK', { 'Content-Length': '0 bytes' })],
    ['a length below zero', response('200 OK', { 'Content-Length': '-1' })],
    ['two lengths', response('200 OK').replace('Content-Length: 0', 'Content-Length: 0\r\nl: 0')],
    ['a line without a name', response('200 OK').replace('To: ', '')],
    ['a second Via that is none', response('200 OK').replace('To:', 'Via: nonsense\r\nTo:')],
    ['no Via', response('200 OK', { Via: undefined })],
    [
      'a Via with separators and nothing between',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};;branch=z9hG4bK1b9d6bcd` }),
    ],
    [
      'a quoted string without an end',
      response('200 OK', { Via: `SIP/2.0/WSS ${SENT_BY};x=";branch=z9hG4bK1b9d6bcd` }),
    ],
    ['no Call-ID', response('200 OK', { 'Call-ID': undefined })],
    ['two of them', response('200 OK').replace('Call-ID: b8e1f00d', 'Call-ID: b8e1f00d\r\ni: b8e1f00d')],
    ['no CSeq', response('200 OK', { CSeq: undefined })],
    ['a CSeq out of bounds', response('200 OK', { CSeq: '2147483648 OPTIONS' })],
    ['a message that is too large', filled(MOST_BYTES + 1)],
    ['one that is so in bytes', response('200 OK', { 'X-Filler': '\u4f60'.repeat(MOST_BYTES / 2) })],
    ['a large one in binary', new ArrayBuffer(MOST_BYTES + 1)],
  ])('%s', (_, message) => expect(hear(QUESTION, message)).toBe('not-sip'));
});

describe('anything at all', () => {
  test('is heard without an error, and never as an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.uint8Array().map(({ buffer }) => buffer as ArrayBuffer),
        ),
        (data) => {
          expect([null, 'not-sip']).toContain(hear(QUESTION, data));
        },
      ),
    );
  });

  test('may be done to a response: it is an answer with a status, or none', () => {
    const good = response('200 OK');
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 8 }), (at, cut, put) => {
        const heard = hear(QUESTION, good.slice(0, at) + put + good.slice(at + cut));
        expect(heard === null || heard === 'not-sip' || (heard >= 200 && heard < 700)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const HOSTILE = [
    'v:\n'.repeat(20_000),
    ' '.repeat(60_000),
    `Via: ${' '.repeat(60_000)}x`,
    `Via: SIP/2.0/WSS a${' ;'.repeat(30_000)}`,
    `Via: ${'"\\'.repeat(30_000)}`,
    `Via: SIP/2.0/WSS a;branch${' '.repeat(60_000)}x`,
    `CSeq: ${'0'.repeat(60_000)}`,
    `a${' '.repeat(60_000)}`,
    '\r\n '.repeat(20_000),
  ];
  test('is read in no time, however it was made up', () => {
    const began = performance.now();
    for (const made of HOSTILE) {
      hear(QUESTION, `SIP/2.0 200 OK\r\n${made}\r\n\r\n`);
      hear(QUESTION, made);
    }
    // Anything that grows with the square of its length takes minutes.
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
