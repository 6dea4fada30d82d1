import { vi } from 'vitest';
import { schemeOf } from '../../core/catalogue/endpoint.ts';
import type { Catalogue } from '../../core/catalogue/packed.ts';
import type { Service } from '../../core/catalogue/runtime.ts';
import { CONTROLS, endpoint, service } from './catalogue.ts';
import { signInFakedTime } from './crypto.ts';
import { answers, type Fate, SILENCE } from './network.ts';
import { complete, error, host, replayBy, srflx } from './peer-connection.ts';

/** A whole network, as the browser's own means of asking show it. */

export const WEB = 'https://web.example/';
export const RELAY = 'turn:relay.example:3478?transport=udp';
export const SERVICE: Service = service('demo', [endpoint('signalling', WEB), endpoint('media', RELAY)]);
export const CATALOGUE: Catalogue = { services: [SERVICE], controls: CONTROLS, doh: [] };
export { CONTROLS };

/** Everything answers but what is listed. */
export const openBut =
  (others: Readonly<Record<string, Fate>> = {}) =>
  (url: string): Fate =>
    others[url] ?? answers(40);
export const OPEN = openBut();
export const RELAY_BLOCKED = openBut({ [RELAY]: SILENCE });
export const nothingAnswers = (): Fate => SILENCE;

export interface World {
  /** Every address that was asked, in order. */
  readonly asked: string[];
  fate: (url: string) => Fate;
  /** The public address of this machine. */
  address: string;
}

/** Installs `fetch` and `RTCPeerConnection` with servers behind them. Time must be faked. */
export function world(fate: (url: string) => Fate = OPEN): World {
  const made: World = { asked: [], fate, address: '203.0.113.77' };
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
    made.asked.push(url);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      const expected = made.fate(url);
      if (expected === 'silence') return;
      const end = () => (expected.outcome === 'answered' ? resolve(Response.error()) : reject(new TypeError('failed')));
      setTimeout(end, expected.after);
    });
  });
  replayBy((url) => {
    made.asked.push(url);
    const expected = made.fate(url);
    if (expected === 'silence') return [host()];
    const { after, outcome } = expected;
    if (outcome !== 'answered') return [host(), error(after, 701), complete(after + 1)];
    return schemeOf(url) === 'stun' ? [host(), srflx(after, made.address)] : [error(after, 401)];
  });
  signInFakedTime();
  return made;
}

/** Lets faked time pass until `promise` has settled; at most a minute. */
export async function pass<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const watched = promise.finally(() => {
    over = true;
  });
  watched.catch(() => {});
  for (let ms = 0; !over && ms < 60_000; ms += 20) await vi.advanceTimersByTimeAsync(20);
  if (!over) throw new Error('still waiting after a minute');
  return watched;
}
