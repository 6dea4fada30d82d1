import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { controls, doh, services } from '../../../core/catalogue/files.ts';
import { which } from '../../../scripts/setup/run.mjs';
import { authority, leafFiles, readLeaf } from '../../lab/certificates.ts';
import { type Bench, openBench } from './bench.ts';
import { leadTo } from './stand-in.ts';

/** A round is over after this, ms, and its status feeds after five seconds more. */
const LONGEST_MS = 30_000;
/** Of all connections together: what the kernel and the browser take before anybody reads it. In a round's time a local line carries gigabytes. */
const MOST_BYTES = 50_000_000;

const programs = ['openssl', 'certutil'].filter((name) => which(name) === null);
const discord = services().find(({ id }) => id === 'discord');
const feedHosts = (discord?.statusFeeds ?? []).map(({ url }) => new URL(url).hostname);
const signalling = (discord?.endpoints ?? []).map(({ url }) => new URL(url).hostname);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const endless = (response: ServerResponse): void => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!response.destroyed && response.socket?.write(chunk));
  };
  response.socket?.on('drain', more);
  more();
};
/** Raw, because a well-bred server sends no body to HEAD, no broken letter and no endless header. */
const raw =
  (head: string, after: (response: ServerResponse) => void = (response) => response.socket?.end()): Answer =>
  (_, response) => {
    response.socket?.write(Buffer.from(head, 'latin1'));
    after(response);
  };
const drip = (response: ServerResponse): void => {
  const timer = setInterval(() => response.socket?.write('a'), 200);
  response.socket?.on('close', () => clearInterval(timer));
};

const CORS = 'access-control-allow-origin: *\r\n';
const ANSWERS: Readonly<Record<string, Answer>> = {
  'a body of 100 MB': raw(`HTTP/1.1 200 OK\r\n${CORS}content-length: 104857600\r\n\r\n`, endless),
  'a body that never ends': raw(`HTTP/1.1 200 OK\r\n${CORS}\r\n`, endless),
  'headers that drip': raw('HTTP/1.1 200 OK\r\nx-slow: ', drip),
  'a header of 1 MB': raw(`HTTP/1.1 200 OK\r\n${CORS}x-long: ${'x'.repeat(1_000_000)}\r\n\r\n`),
  'bytes that are no text': raw('HTTP/1.1 200 \xff\xfe\x80\r\nx-\xc3\x28: \xf0\x28\x8c\xbc\r\n\r\n\xff\xff'),
  'names with markup': raw(
    `HTTP/1.1 200 <img src=x onerror=alert(1)>\r\n${CORS}server: <script>alert(1)</script>\r\n\r\n{"status":{"indicator":"<b>"}}`,
  ),
  'redirects without end': (request, response) => {
    response.writeHead(302, {
      location: `/${Number(request.url?.slice(1) ?? 0) + 1 || 1}`,
      ...{ 'access-control-allow-origin': '*' },
    });
    response.end();
  },
};

describe.skipIf(programs.length > 0)(
  `web servers that answer with${programs.length > 0 ? ` (missing: ${programs})` : ''}`,
  () => {
    let server: Server;
    let bench: Bench;
    let answer: Answer;
    let sent = 0;
    const sockets = new Set<Socket>();

    beforeAll(async () => {
      const trusted = await authority('trusted');
      const urls = [...controls(), ...doh(), ...(discord?.endpoints ?? []), ...(discord?.statusFeeds ?? [])].map(
        ({ url }) => url,
      );
      const hosts = [...new Set(urls.filter((url) => /^(https|wss):/.test(url)).map((url) => new URL(url).hostname))];
      server = createServer(readLeaf(await leafFiles(trusted, { hosts })), (request, response) =>
        answer(request, response),
      );
      server.on('connection', (stream) => {
        const socket = stream as Socket;
        socket
          .on('error', () => {})
          .on('close', () => {
            sockets.delete(socket);
            sent += socket.bytesWritten;
          });
        sockets.add(socket);
      });
      server.on('clientError', (_, socket) => socket.destroy());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      bench = await openBench({ ...leadTo(port), caPem: trusted.certificate });
      await bench.driver.sendMessage('saveSettings', { services: ['discord'] });
    });
    afterAll(async () => {
      await bench?.close();
      for (const socket of sockets) socket.destroy();
      server?.close();
    });
    beforeEach(() => {
      for (const socket of sockets) socket.destroy();
      sent = 0;
    });

    test.each(Object.keys(ANSWERS))('%s: the round ends in its time, and little is read', async (name) => {
      answer = ANSWERS[name] ?? (() => {});
      const { durationMs } = await bench.check();
      expect(durationMs).toBeLessThan(LONGEST_MS);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 100));
      console.log(`${name}: ${durationMs} ms, ${sent} bytes`);
      expect(sent).toBeLessThan(MOST_BYTES);
      expect(await bench.popupText()).toContain('Discord');
      expect(await bench.complaints()).toEqual([]);
    });

    test.each(Object.keys(ANSWERS))('%s to whoever asks for the status of a service that fails', async (name) => {
      const hostile = ANSWERS[name] ?? (() => {});
      let feedAsked = 0;
      answer = (request, response) => {
        const host = request.headers.host?.split(':')[0] ?? '';
        if (signalling.includes(host)) return void response.socket?.destroy();
        if (!feedHosts.includes(host)) return void response.end();
        feedAsked++;
        hostile(request, response);
      };
      await bench.driver.stopWorker();
      const {
        durationMs,
        services: [service],
      } = await bench.check();
      expect(durationMs).toBeLessThan(LONGEST_MS);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 100));
      console.log(`feed, ${name}: asked ${feedAsked} times, ${durationMs} ms, ${sent} bytes`);
      expect(feedAsked).toBeGreaterThan(0);
      expect(sent).toBeLessThan(MOST_BYTES);
      // A feed that says nothing readable says nothing.
      expect(service?.messages.state).not.toBe('down');
      expect(await bench.complaints()).toEqual([]);
    });
  },
);
