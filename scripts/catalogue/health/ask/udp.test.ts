import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../../core/stun/attributes.ts';
import { type Attribute, decode, encode, type Message, type MessageClass } from '../../../../core/stun/message.ts';
import { IMPATIENT, PATIENT } from './testing.ts';
import { askUdp } from './udp.ts';

/** STUN servers on this machine, as they should not be. */

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

/** @param answer datagrams to send for a request; the how-manieth it is */
async function serve(answer: (request: Message, count: number) => readonly Uint8Array[]) {
  const socket = createSocket('udp4');
  open.push(socket);
  let count = 0;
  socket.on('message', (bytes, { port, address }) => {
    const request = decode(bytes) ?? expect.fail('asks with a message');
    for (const reply of answer(request, ++count)) socket.send(reply, port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, count: () => count };
}

const reply = ({ method, transaction }: Message, type: MessageClass, ...attributes: Attribute[]) =>
  encode({ class: type, method, transaction, attributes });
const text = (type: number, words: string): Attribute => ({ type, value: new TextEncoder().encode(words) });
const code = (hundreds: number, rest: number): Attribute => ({
  type: ATTRIBUTES.ERROR_CODE,
  value: Uint8Array.of(0, 0, hundreds, rest),
});

const hears = async (question: 'binding' | 'allocate', answer: Parameters<typeof serve>[0], patience = PATIENT) =>
  askUdp(question, '127.0.0.1', (await serve(answer)).port, patience);

describe('over UDP, an answer is', () => {
  test('a binding, whatever it says', async () => {
    expect(await hears('binding', (request) => [reply(request, 'success')])).toEqual({
      outcome: 'answered',
      how: 'STUN 0101',
    });
  });

  test('a refusal, with the realm and the software, printable and short', async () => {
    const answer = (request: Message) => [
      reply(
        request,
        'error',
        code(4, 1),
        text(ATTRIBUTES.REALM, 'relay.example\u0000\u001b[31m'),
        text(ATTRIBUTES.SOFTWARE, `Relay ${'x'.repeat(200)}`),
      ),
    ];
    expect(await hears('allocate', answer)).toEqual({
      outcome: 'answered',
      how: 'TURN 401',
      realm: 'relay.example [31m',
      software: `Relay ${'x'.repeat(54)}`,
    });
  });

  test('another error, and an allocation', async () => {
    expect(await hears('allocate', (request) => [reply(request, 'error', code(3, 0))])).toMatchObject({
      how: 'TURN 300',
    });
    expect(await hears('allocate', (request) => [reply(request, 'success')])).toMatchObject({ how: 'TURN 0103' });
    expect(await hears('binding', (request) => [reply(request, 'error', code(4, 20))])).toMatchObject({
      how: 'STUN 420',
    });
  });

  test('one that comes when asked again, after noise', async () => {
    const noise = Uint8Array.of(1, 2, 3);
    const answer = (request: Message, count: number) => (count < 3 ? [noise] : [reply(request, 'success')]);
    expect(await hears('binding', answer)).toMatchObject({ outcome: 'answered' });
  });
});

describe('over UDP, none is', () => {
  test('silence, after all questions were sent', async () => {
    const { port, count } = await serve(() => []);
    expect(await askUdp('binding', '127.0.0.1', port, IMPATIENT)).toEqual({ outcome: 'silent' });
    expect(count()).toBe(3);
  });

  test.each<[string, Parameters<typeof serve>[0]]>([
    ['noise', () => [new Uint8Array(64).fill(0xff)]],
    ['nothing in a datagram', () => [new Uint8Array()]],
    ['the largest datagram', () => [new Uint8Array(65_000)]],
    ['an answer cut short', (request) => [reply(request, 'error', code(4, 1)).subarray(0, 25)]],
    ['the request itself', (request) => [encode(request)]],
    ['an answer to somebody else', (request) => [reply({ ...request, transaction: new Uint8Array(12) }, 'success')]],
    ['an error that does not say which', (request) => [reply(request, 'error')]],
    ['an answer to another question', (request) => [reply({ ...request, method: 4 }, 'success')]],
    ['a flood', () => Array.from({ length: 50 }, () => new Uint8Array(1000))],
  ])('%s', async (_, answer) => {
    expect(await hears('allocate', answer, IMPATIENT)).toEqual({ outcome: 'failed', why: 'NOT_STUN' });
  });

  test('a port where nobody is', async () => {
    const { port } = await serve(() => []);
    const closed = once(open[0] as Socket, 'close');
    for (const socket of open.splice(0)) socket.close();
    await closed;
    expect(await askUdp('binding', '127.0.0.1', port, PATIENT)).toEqual({ outcome: 'failed', why: 'ECONNREFUSED' });
  });
});
