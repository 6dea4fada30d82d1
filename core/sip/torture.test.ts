import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMessage, type SipMessage } from './message.ts';

/**
 * RFC 4475's torture test messages, some with fewer lines, in that RFC's notation for bytes and repetitions. A line before each gives its
 * section and name, and what is to be read: a status, a request, or nothing. Where the RFC finds fault with a header that is not asked for
 * here, a request stays a request: it is passed over either way.
 */
const MESSAGES = readFileSync(join(import.meta.dirname, 'torture.txt'), 'utf8')
  .split(/^@ /m)
  .slice(1)
  .map((text) => {
    const end = text.indexOf('\n');
    const [section = '', name = '', expected = ''] = text.slice(0, end).split(' ');
    return { section, name, expected, bytes: bytesOf(text.slice(end + 1)) };
  });

function bytesOf(written: string): Uint8Array {
  const spelledOut = written
    .replaceAll('\n', '\r\n')
    .replace(/<repeat count=(\d+)>(.*?)<\/repeat>/g, (_, count: string, text: string) => text.repeat(Number(count)));
  const pieces = spelledOut.split(/<hex>(.*?)<\/hex>/);
  return Buffer.concat(pieces.map((piece, index) => Buffer.from(piece, index % 2 === 1 ? 'hex' : 'utf8')));
}

const named = (wanted: string): SipMessage | null =>
  readMessage(MESSAGES.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array());

test.each(MESSAGES)('$section $name: $expected', ({ expected, bytes }) => {
  const message = readMessage(bytes);
  if (expected === 'refused') expect(message).toBeNull();
  else expect(message?.status).toBe(expected === 'request' ? null : Number(expected));
});

test.each(MESSAGES.filter(({ expected }) => expected === 'request'))(
  '$section $name: its headers are read in a response too',
  ({ bytes }) => {
    const start = bytes.indexOf(0x0a);
    const response = Buffer.concat([Buffer.from('SIP/2.0 200 OK\r'), bytes.subarray(start)]);
    expect(readMessage(response)).toEqual({ ...readMessage(bytes), status: 200 });
  },
);

test.each(MESSAGES.filter(({ expected }) => expected !== 'refused'))(
  '$section $name: a half of it is nothing',
  ({ bytes }) => {
    const head = Buffer.from(bytes).indexOf('\r\n\r\n');
    for (let length = 0; length < head; length += 7) expect(readMessage(bytes.subarray(0, length))).toBeNull();
  },
);

describe('what is read', () => {
  test('through white space and folded lines', () => {
    expect(named('wsinv')).toEqual({
      status: null,
      vias: [
        { sentBy: '192.0.2.2', branch: '390skdjuw' },
        { sentBy: 'spindle.example.com', branch: 'z9hg4bk9ikj8' },
        { sentBy: '192.168.255.111', branch: 'z9hg4bk30239' },
      ],
      callId: 'wsinv.ndaksdj@192.0.2.1',
      cseq: { number: 9, method: 'INVITE' },
    });
  });

  test('of the strangest characters that are allowed', () => {
    expect(named('intmeth')).toMatchObject({
      vias: [{ sentBy: 'host1.example.com', branch: "z9hg4bk-.!%66*_+`'~" }],
      callId: 'intmeth.word%ZK-!.*_+\'@word`~)(><:\\/"][?}{',
      cseq: { number: 139_122_385, method: "!interesting-Method0123456789_*+`.%indeed'~" },
    });
  });

  test('of one message where two came in one', () => {
    expect(named('dblreq')?.callId).toBe('dblreq.0ha0isndaksdj99sdfafnl3lk233412');
  });

  test('of many Vias, however they are written', () => {
    const vias = named('longreq')?.vias ?? [];
    expect(vias.map(({ sentBy }) => sentBy)).toEqual([
      ...Array.from({ length: 16 }, (_, index) => `sip${33 - index}.example.com`),
      'host.example.com',
    ]);
    expect(vias.at(-1)?.branch).toMatch(/^verylong.*branchvalue$/);
  });

  test('of any transport, and of both Vias where there are two', () => {
    expect(named('transports')?.vias).toHaveLength(5);
    expect(named('bcast')?.vias).toEqual([
      { sentBy: '192.0.2.198', branch: 'z9hg4bk1324923' },
      { sentBy: '255.255.255.255', branch: 'z9hg4bk1saber23' },
    ]);
  });
});
