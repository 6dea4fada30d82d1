import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Manner } from '../../../../core/catalogue/manner.ts';
import { askOwnWay } from './own-way.ts';
import {
  type Certificate,
  closeAll,
  IMPATIENT,
  PATIENT,
  plainServer,
  secureServer,
  withCertificates,
} from './testing.ts';
import { askWeb } from './web.ts';

afterEach(closeAll);

const answering = (answer: string) => (socket: Socket) => void socket.once('data', () => socket.write(answer));
const page = (status: string, more = '') => answering(`HTTP/1.1 ${status}\r\n${more}Content-Length: 2\r\n\r\nhi`);
const ask = (scheme: string, port: number, patience = PATIENT) =>
  askWeb(new URL(`${scheme}://localhost:${port}/path?a=b`), '127.0.0.1', undefined, patience);

withCertificates('a web host', () => {
  test.each([
    ['200 OK', 'HTTP 200'],
    ['404 Not Found', 'HTTP 404'],
    ['451 Unavailable For Legal Reasons', 'HTTP 451'],
    ['503 Service Unavailable', 'HTTP 503'],
  ])('that says %s has answered', async (status, how) => {
    expect(await ask('https', await secureServer(page(status)))).toEqual({ outcome: 'answered', how });
  });

  test('is asked once, politely, and its redirect is not followed', async () => {
    const heads: string[] = [];
    const port = await secureServer((socket) => {
      socket.on('data', (head) => {
        heads.push(String(head));
        socket.write('HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n');
      });
    });
    expect(await ask('https', port)).toMatchObject({ how: 'HTTP 302' });
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatch(/^GET \/path\?a=b HTTP\/1\.1\r\n/);
    expect(heads[0]).toMatch(new RegExp(`host: localhost:${port}\r\n`, 'i'));
    expect(heads[0]).not.toMatch(/cookie|referer/i);
  });

  test('has answered before its endless page is over, and after what only informs', async () => {
    const endless = (socket: Socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n');
      const pour = () => {
        while (socket.writable && socket.write('x'.repeat(10_000)));
      };
      socket.on('drain', pour);
      pour();
    };
    expect(await ask('https', await secureServer(endless))).toMatchObject({ how: 'HTTP 200' });
  });

  test.each<[string, string, (socket: Socket) => void]>([
    ['hangs up', 'ECONNRESET', (socket) => socket.end()],
    ['speaks no HTTP', 'HPE_INVALID_CONSTANT', answering('220 mail.example ESMTP\r\n')],
    ['cuts its head short', 'ECONNRESET', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')],
    ['sends a head of 1 MB', 'HPE_HEADER_OVERFLOW', page('200 OK', `X-Filler: ${'x'.repeat(1_000_000)}\r\n`)],
  ])('that %s has failed: %s', async (_, why, serve) => {
    expect(await ask('https', await secureServer(serve))).toEqual({ outcome: 'failed', why });
  });

  test.each<[Certificate, string]>([
    ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['expired', 'CERT_HAS_EXPIRED'],
  ])('whose certificate is %s has failed', async (shown, why) => {
    expect(await ask('https', await secureServer(page('200 OK'), shown))).toEqual({ outcome: 'failed', why });
  });

  test('that resets the greeting has failed', async () => {
    const port = await plainServer((socket) => void socket.once('data', () => socket.resetAndDestroy()));
    expect(await ask('https', port)).toEqual({ outcome: 'failed', why: 'ECONNRESET' });
  });

  test('that says nothing, or a letter now and then, is silent', async () => {
    expect(await ask('https', await plainServer(() => {}), IMPATIENT)).toEqual({ outcome: 'silent' });
    expect(await ask('https', await secureServer(() => {}), IMPATIENT)).toEqual({ outcome: 'silent' });
    const slow = (socket: Socket) => {
      const timer = setInterval(() => socket.write('H'), 100);
      socket.on('close', () => clearInterval(timer)).write('HTTP/1.1 200 OK\r\nX: ');
    };
    expect(await ask('https', await secureServer(slow), IMPATIENT)).toEqual({ outcome: 'silent' });
  });
});

withCertificates('a WebSocket', () => {
  const switching = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';

  test('has answered when it opens, and when it does not', async () => {
    expect(await ask('wss', await secureServer(answering(switching)))).toEqual({ outcome: 'answered', how: 'WS 101' });
    expect(await ask('wss', await secureServer(page('403 Forbidden')))).toMatchObject({ how: 'WS 403' });
  });

  test('is asked for as RFC 6455 has it', async () => {
    let head = '';
    const port = await secureServer((socket) => {
      socket.once('data', (data) => {
        head = String(data).toLowerCase();
        socket.write(switching);
      });
    });
    await ask('wss', port);
    for (const line of ['upgrade: websocket', 'connection: upgrade', 'sec-websocket-version: 13'])
      expect(head).toContain(`${line}\r\n`);
    expect(Buffer.from(/sec-websocket-key: (\S+)/.exec(head)?.[1] ?? '', 'base64')).toHaveLength(16);
  });
});

describe('plain HTTP', () => {
  const expected = { status: 200, text: 'success' };
  const asks = async (answer: string, close = true) => {
    const port = await plainServer((socket) => {
      socket.once('data', () => (close ? socket.end(answer) : socket.write(answer)));
    });
    return askWeb(new URL(`http://localhost:${port}/`), '127.0.0.1', expected, close ? PATIENT : IMPATIENT);
  };
  const failed = { outcome: 'failed', why: 'UNEXPECTED' };

  test('has answered when it says exactly what it should', async () => {
    expect(await asks('HTTP/1.1 200 OK\r\n\r\nsuccess\n')).toEqual({ outcome: 'answered', how: 'HTTP 200' });
  });

  test('has not where somebody else may have answered', async () => {
    expect(await asks('HTTP/1.1 200 OK\r\n\r\n<title>Sign in</title>')).toEqual(failed);
    expect(await asks('HTTP/1.1 302 Found\r\nLocation: http://portal.lan/\r\n\r\nsuccess')).toEqual(failed);
    expect(await asks(`HTTP/1.1 200 OK\r\n\r\nsuccess${'x'.repeat(100_000)}`)).toEqual(failed);
    expect(await asks('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsuccess')).toEqual(failed);
    expect(await asks('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')).toEqual(failed);
  });

  test('that never ends is silent', async () => {
    expect(await asks('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsuccess', false)).toEqual({ outcome: 'silent' });
  });
});

withCertificates('a host that refuses browsers', () => {
  const asks = (manner: Manner, port: number, patience = PATIENT) =>
    askOwnWay(manner, new URL(`https://localhost:${port}/`), '127.0.0.1', patience);
  const TLS = { outcome: 'answered', how: 'TLS 0304' };
  const nothing = () => {};
  const hangsUp = (socket: Socket) => void socket.once('data', () => socket.end());

  test('for its own authority answers by a certificate for its name, of whichever authority', async () => {
    expect(await asks('private-authority', await secureServer(nothing, 'untrusted'))).toEqual(TLS);
    expect(await asks('private-authority', await secureServer(nothing))).toEqual(TLS);
  });

  test('for its own authority does not answer by any other', async () => {
    const failed = (why: string) => ({ outcome: 'failed', why });
    expect(await asks('private-authority', await secureServer(nothing, 'wrong-name'))).toEqual(
      failed('ERR_TLS_CERT_ALTNAME_INVALID'),
    );
    expect(await asks('private-authority', await secureServer(nothing, 'expired'))).toEqual(failed('CERT_HAS_EXPIRED'));
    expect(await asks('private-authority', await plainServer(hangsUp))).toEqual(failed('ENDED'));
  });

  test('for its HTTP answers by completing TLS, with a trusted certificate', async () => {
    expect(await asks('not-http', await secureServer(nothing))).toEqual(TLS);
    expect(await asks('not-http', await secureServer(nothing, 'untrusted'))).toMatchObject({ outcome: 'failed' });
    expect(await asks('not-http', await plainServer(hangsUp))).toMatchObject({ outcome: 'failed' });
  });

  test('for its own protocol answers by taking the connection and hanging up, and not by silence', async () => {
    const port = await plainServer(hangsUp);
    expect(await asks('not-tls', port)).toEqual({ outcome: 'answered', how: expect.stringMatching(/^TCP \d+$/) });
    expect(await asks('not-tls', await plainServer(nothing), IMPATIENT)).toEqual({ outcome: 'silent' });
    closeAll();
    expect(await asks('not-tls', port)).toEqual({ outcome: 'failed', why: 'ECONNREFUSED' });
  });
});
