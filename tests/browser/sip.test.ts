import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation, Outcome } from '../../core/evidence/observation.ts';
import type { Stop } from '../../probes/stop.ts';
import type { Driver } from '../../scripts/browser/driver.ts';
import { missing } from '../../scripts/setup/needs.mjs';
import { which } from '../../scripts/setup/run.mjs';
import { authority, leafFiles } from '../lab/certificates.ts';
import { type Seen, type SipActor, type SipServer, startKamailio, startSipActor } from '../lab/world/sip/servers.ts';
import { type WithPage, withPage } from './added-page.ts';
import { openDriver } from './open-driver.ts';
import { BROWSER } from './under-test.ts';
import { until } from './until.ts';

/** What a browser makes of SIP servers, good and bad, over real WebSockets and real TLS. */

const HOST = 'sip.lab.example';
const SCRIPT = `
  import { askSip } from '~/probes/sip.ts';
  globalThis.ask = (url, stop, afterMs) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(stop), afterMs);
    return askSip(url, controller.signal);
  };`;
type AskingPage = typeof globalThis & { ask(url: string, stop: Stop, afterMs: number): Promise<Observation> };
/** For an answer that comes; and for one that does not. */
const PATIENT_MS = 10_000;
const IMPATIENT_MS = 600;

describe.skipIf(which('openssl') === null || which('certutil') === null)(
  'a SIP server (needs openssl and certutil)',
  () => {
    let driver: Driver;
    let page: Page;
    let extension: WithPage;
    let actor: SipActor;
    let stranger: SipActor;

    const askAt = (url: string, stop: Stop = 'silent', afterMs = PATIENT_MS): Promise<Observation> =>
      page.evaluate((...args) => (globalThis as unknown as AskingPage).ask(...args), url, stop, afterMs);
    const ask = (behaviour: string, stop?: Stop, afterMs?: number) =>
      askAt(`wss://${HOST}:${actor.port}/${behaviour}`, stop, afterMs);

    beforeAll(async () => {
      const [trusted, untrusted] = await Promise.all([authority('trusted'), authority('untrusted')]);
      const place = { address: '127.0.0.1', port: 0 };
      actor = await startSipActor({ ...place, ...(await leafFiles(trusted, { hosts: [HOST] })) });
      stranger = await startSipActor({ ...place, ...(await leafFiles(untrusted, { hosts: [HOST] })) });
      extension = await withPage('sip', SCRIPT);
      driver = await openDriver({ extensionDir: extension.folder, caPem: trusted.certificate });
      page = await driver.openPage(extension.page);
    });
    afterAll(async () => {
      await driver?.close();
      await Promise.all([actor?.close(), stranger?.close()]);
      extension?.discard();
    });

    describe('answers', () => {
      test.each(['200', '401', '403', '405', '503'])('with %s, and so is there', async (status) => {
        const observation = await ask(status);
        expect(observation).toMatchObject({
          probe: 'sip',
          transport: 'tls',
          outcome: 'answered',
          depth: 'application',
          code: status,
        });
        expect(observation.roundTripMs).toBeLessThanOrEqual(observation.durationMs);
      });

      test.each(['provisional', 'binary', 'folded', 'chatty'])('in its own way: %s', async (behaviour) => {
        expect(await ask(behaviour)).toMatchObject({ outcome: 'answered', code: '200' });
      });

      test.skipIf(missing('kamailio') !== null)(`as Kamailio does (${missing('kamailio') ?? 'found'})`, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'ringback-kamailio-'));
        let kamailio: SipServer | undefined;
        try {
          const leaf = await leafFiles(await authority('trusted'), { hosts: [HOST] });
          kamailio = await startKamailio({ ...leaf, address: '127.0.0.1', port: await freePort(), folder });
          expect(await askAt(`wss://${HOST}:${kamailio.port}/ws`)).toMatchObject({ outcome: 'answered', code: '200' });
        } finally {
          await kamailio?.close();
          rmSync(folder, { recursive: true, force: true });
        }
      });
    });

    test.each(['silent', 'provisional-only', 'other-branch', 'other-call', 'other-method'])(
      'that does not answer us is silent: %s',
      async (behaviour) => {
        expect(await ask(behaviour, 'silent', IMPATIENT_MS)).toMatchObject({
          outcome: 'silent',
          code: 'timeout',
          depth: 'secure',
        });
      },
    );

    test.each(['garbage', 'noise', 'half', 'huge'])(
      'that says something else does not speak SIP: %s',
      async (behaviour) => {
        expect(await ask(behaviour)).toMatchObject({ outcome: 'failed', code: 'not-sip', depth: 'secure' });
      },
    );

    test.each(['close-at-once', 'close-when-asked'])('that closes gives its reason: %s', async (behaviour) => {
      expect(await ask(behaviour)).toMatchObject({ outcome: 'failed', code: '1000', depth: 'secure' });
    });

    test('that does not choose the sub-protocol is none', async () => {
      expect(await ask('no-protocol')).toMatchObject({ outcome: 'failed', code: 'no-sub-protocol', depth: 'secure' });
    });

    test('that refuses the WebSocket is not told from one that is blocked', async () => {
      expect(await ask('refused')).toMatchObject({
        outcome: 'failed',
        code: '1006',
        depth: 'none',
        mechanism: 'unknown',
      });
    });

    test('whose certificate is not trusted is never asked', async () => {
      expect(await askAt(`wss://${HOST}:${stranger.port}/200`)).toMatchObject({
        outcome: 'failed',
        depth: 'none',
        ...(BROWSER === 'firefox'
          ? { code: '1015', mechanism: 'tls.certificate' }
          : { code: '1006', mechanism: 'unknown' }),
      });
      expect(stranger.seen).toEqual([]);
    });

    describe('that takes the connection and never says a word', () => {
      const connections = new Set<Socket>();
      const mute = createServer((socket) => {
        connections.add(socket.on('error', () => {}).on('close', () => connections.delete(socket)));
        socket.resume();
      });
      beforeAll(() => new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve)));
      afterAll(() => {
        mute.close();
        for (const connection of connections) connection.destroy();
      });

      test.each<[Stop, Outcome]>([
        ['silent', 'silent'],
        ['cancelled', 'inconclusive'],
      ])('is left alone when the question is ended as %s', async (stop, outcome) => {
        const observation = await askAt(`wss://${HOST}:${portOf(mute)}/`, stop, IMPATIENT_MS);
        expect(observation).toMatchObject({ outcome, depth: 'none' });
        // Firefox keeps a connection whose TLS handshake hangs, though its WebSocket is closed; a page has no other means to end it.
        if (BROWSER === 'chromium') await until('the connection is closed', async () => connections.size === 0);
      });
    });

    test.each<[string, Stop, number]>([
      ['before it could open', 'not-needed', 0],
      ['while its answer is awaited', 'cancelled', IMPATIENT_MS],
    ])('says nothing when the question is ended %s', async (_, stop, afterMs) => {
      expect(await ask('silent', stop, afterMs)).toMatchObject({ outcome: 'inconclusive', code: stop });
    });

    test('learns nothing of the person, and is left alone afterwards', async () => {
      const asked = actor.seen.flatMap(({ event, text = '' }) => (event === 'asked' ? [text] : []));
      expect(asked.length).toBeGreaterThan(15);
      for (const request of asked) {
        const names = request
          .split('\r\n')
          .slice(1)
          .flatMap((line) => line.split(':')[0] || []);
        expect(names.sort().join()).toBe('Accept,CSeq,Call-ID,Contact,Content-Length,From,Max-Forwards,To,Via');
      }
      expect(new Set(asked).size).toBe(asked.length);
      const count = (wanted: Seen['event']) => actor.seen.filter(({ event }) => event === wanted).length;
      await until('every WebSocket is closed', async () => count('gone') === count('came'));
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
