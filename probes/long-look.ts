import type { Observation } from '../core/evidence/observation.ts';
import type { Ask } from './answer-of.ts';
import { askHttps } from './https.ts';
import type { Stop } from './stop.ts';
import type { Ears } from './web-request.ts';

/** Longer than Chromium waits for a name (26 s), a TLS handshake (30 s) and an answer to TURN over TCP (40 s); all measured. */
const LOOK_MS = 42_000;

/**
 * Where a silent connection is stuck. Chromium says nothing of a request that is still under way, and all its patience is longer than a
 * person's: this look waits until the browser itself gives up, and reads what it says then. A connection attempt it does not give up in
 * that time; whether there is one, TURN over TCP to the same port tells, which ends with or without a local address.
 *
 * @param seen a web host that was silent
 * @returns the same observation with depth and mechanism, as far as they could be told
 */
export async function lookLong(seen: Observation, askIce: Ask, ears: Ears): Promise<Observation> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort('silent' satisfies Stop), LOOK_MS);
  const { hostname, port } = new URL(seen.url);
  const [web, relay] = await Promise.all([
    askHttps(seen.url, patience.signal, ears),
    askIce(`turn:${hostname}:${port || 443}?transport=tcp`, patience.signal),
  ]);
  clearTimeout(timer);
  const { depth, mechanism = 'unknown', code = '' } = web;
  if (web.outcome === 'failed' && mechanism !== 'unknown') return { ...seen, depth, mechanism, code };
  return web.outcome === 'silent' && relay.outcome === 'silent'
    ? { ...seen, depth: 'name', mechanism: 'tcp.timeout' }
    : seen;
}
