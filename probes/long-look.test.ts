import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import { lookLong } from './long-look.ts';
import { stopped } from './stop.ts';
import { observation } from './testing/network.ts';
import { hearing, never, refusing } from './testing/web.ts';
import type { Heard } from './web-request.ts';

const URL = 'https://web.example/';
const SILENT = observation(URL, 'silent', { mechanism: 'unknown', code: 'timeout', durationMs: 4_000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** @param relay how TURN over TCP to the same port ends; null: not while anybody waits */
async function looked(heard: Heard, relay: Partial<Observation> | null, seen = SILENT) {
  const asked: string[] = [];
  const ice = (url: string, signal: AbortSignal) => {
    asked.push(url);
    return new Promise<Observation>((resolve) => {
      if (relay) resolve(observation(url, 'failed', relay));
      signal.addEventListener('abort', () => resolve(observation(url, stopped(signal).outcome)));
    });
  };
  const look = lookLong(seen, ice, hearing(heard));
  await vi.advanceTimersByTimeAsync(43_000);
  return { ...(await look), asked };
}
const CONNECTED = { code: '701', depth: 'transport' } as const;

describe('a host that was silent', () => {
  test('and whose TLS handshake the browser gives up is stuck there', async () => {
    refusing();
    expect(await looked({ error: 'net::ERR_TIMED_OUT' }, CONNECTED)).toMatchObject({
      outcome: 'silent',
      durationMs: 4_000,
      depth: 'transport',
      mechanism: 'tls.timeout',
    });
  });

  test('and whose name the browser gives up is stuck there', async () => {
    refusing();
    expect(await looked({ error: 'net::ERR_NAME_NOT_RESOLVED' }, { code: '701' })).toMatchObject({
      depth: 'none',
      mechanism: 'dns.missing',
    });
  });

  test('and that the browser does not give up has no connection, where TURN over TCP has none either', async () => {
    never();
    expect(await looked({}, null)).toMatchObject({ depth: 'name', mechanism: 'tcp.timeout' });
  });

  test('and that TURN over TCP can connect to is stuck further on: nothing tells where', async () => {
    never();
    expect(await looked({}, CONNECTED)).toMatchObject({ ...SILENT });
  });

  test('and that answers at last is left as it was seen', async () => {
    vi.stubGlobal('fetch', async () => Response.error());
    expect(await looked({}, CONNECTED)).toMatchObject({ ...SILENT });
  });
});

test('TURN is asked at the very port of the web host', async () => {
  never();
  expect((await looked({}, null)).asked).toEqual(['turn:web.example:443?transport=tcp']);
  const elsewhere = observation('https://web.example:8443/path', 'silent', { mechanism: 'unknown' });
  expect((await looked({}, null, elsewhere)).asked).toEqual(['turn:web.example:8443?transport=tcp']);
});
