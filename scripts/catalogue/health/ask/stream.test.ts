import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../../core/stun/attributes.ts';
import { decode, encode } from '../../../../core/stun/message.ts';
import { askStream } from './stream.ts';
import {
  type Certificate,
  closeAll,
  IMPATIENT,
  PATIENT,
  plainServer,
  secureServer,
  withCertificates,
} from './testing.ts';

afterEach(closeAll);

/** What coturn says, without credentials. */
function refusal(request: Uint8Array): Uint8Array {
  const { method, transaction } = decode(request) ?? expect.fail('asks with a message');
  const realm = new TextEncoder().encode('relay.example');
  return encode({
    class: 'error',
    method,
    transaction,
    attributes: [
      { type: ATTRIBUTES.ERROR_CODE, value: Uint8Array.of(0, 0, 4, 1) },
      { type: ATTRIBUTES.REALM, value: realm },
    ],
  });
}

const REFUSED = { outcome: 'answered', how: 'TURN 401', realm: 'relay.example' };
const onRequest = (serve: (socket: Socket, request: Uint8Array) => void) => (socket: Socket) =>
  socket.once('data', (request) => serve(socket, request));
const overTcp = async (serve: (socket: Socket) => void, patience = PATIENT) =>
  askStream('127.0.0.1', await plainServer(serve), null, patience);

describe('a relay over TCP', () => {
  test('answers in one piece', async () => {
    expect(await overTcp(onRequest((socket, request) => socket.write(refusal(request))))).toEqual(REFUSED);
  });

  test('answers byte by byte, and says more', async () => {
    const serve = onRequest(async (socket, request) => {
      for (const byte of refusal(request)) {
        socket.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      socket.write('more');
    });
    expect(await overTcp(serve)).toEqual(REFUSED);
  });

  test.each<[string, string, (socket: Socket) => void]>([
    ['hangs up', 'ENDED', (socket) => socket.end()],
    ['resets', 'ECONNRESET', onRequest((socket) => socket.resetAndDestroy())],
    ['is a web server', 'NOT_STUN', onRequest((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['sends noise without end', 'NOT_STUN', (socket) => socket.write(new Uint8Array(10_000_000).fill(0xff))],
    ['cuts its answer short', 'ENDED', onRequest((socket, request) => socket.end(refusal(request).subarray(0, 30)))],
    [
      'announces an answer of 64 kB',
      'NOT_STUN',
      onRequest((socket, request) => {
        const head = Uint8Array.from(refusal(request).subarray(0, 20));
        head.set([0xff, 0xfc], 2);
        socket.write(head);
      }),
    ],
    [
      'answers somebody else',
      'NOT_STUN',
      onRequest((socket, request) => {
        const answer = Uint8Array.from(refusal(request));
        answer.fill(7, 8, 20);
        socket.write(answer);
      }),
    ],
  ])('that %s has failed: %s', async (_, why, serve) => {
    expect(await overTcp(serve)).toEqual({ outcome: 'failed', why });
  });

  test('that says nothing, or is slower than anybody waits, is silent', async () => {
    expect(await overTcp(() => {}, IMPATIENT)).toEqual({ outcome: 'silent' });
    const slow = onRequest((socket, request) => {
      for (const [at, byte] of refusal(request).entries())
        setTimeout(() => socket.writable && socket.write(Uint8Array.of(byte)), at * 100);
    });
    expect(await overTcp(slow, IMPATIENT)).toEqual({ outcome: 'silent' });
  });

  test('whose port is closed has failed', async () => {
    const port = await plainServer(() => {});
    closeAll();
    expect(await askStream('127.0.0.1', port, null, PATIENT)).toEqual({ outcome: 'failed', why: 'ECONNREFUSED' });
  });
});

withCertificates('a relay over TLS', () => {
  const serve = onRequest((socket, request) => socket.write(refusal(request)));
  const ask = async (shown?: Certificate) =>
    askStream('127.0.0.1', await secureServer(serve, shown), 'localhost', PATIENT);

  test('answers behind a trusted certificate', async () => {
    expect(await ask()).toEqual(REFUSED);
  });

  test.each<[Certificate, string]>([
    ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['expired', 'CERT_HAS_EXPIRED'],
  ])('that shows one that is %s is not it', async (shown, why) => {
    expect(await ask(shown)).toEqual({ outcome: 'failed', why });
  });

  test('that takes the connection and says nothing is silent', async () => {
    const port = await plainServer(() => {});
    expect(await askStream('127.0.0.1', port, 'localhost', IMPATIENT)).toEqual({ outcome: 'silent' });
  });
});
