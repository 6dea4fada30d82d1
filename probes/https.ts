import type { Observation } from '../core/evidence/observation.ts';
import { FOR_CHROMIUM } from './build.ts';
import { observe } from './observe.ts';
import { stopped } from './stop.ts';
import { type Ears, explain } from './web-request.ts';

/**
 * Asks a web server for the head of a page. Without host permission the response is opaque: that it came proves that name, TCP, TLS with
 * a trusted certificate and HTTP work, and nothing else can be read. With it, `ears` hear the error code, the remote address, the status
 * and redirects of the same request.
 *
 * Sends no cookies and no referrer, uses no cache, and drops the connection's body at once.
 */
export async function askHttps(url: string, signal: AbortSignal, ears: Ears | null): Promise<Observation> {
  const done = observe(url);
  if (signal.aborted) return done(stopped(signal));
  const hearing = ears?.listen(url) ?? null;
  const body = new AbortController();
  const onAbort = () => body.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    await fetch(url, { ...HEAD, signal: body.signal });
    const observation = done({ outcome: 'answered' });
    body.abort();
    return hearing ? explain(observation, await hearing.heard()) : observation;
  } catch {
    const end = signal.aborted ? stopped(signal) : { outcome: 'failed' as const };
    const observation = done(end.outcome === 'inconclusive' ? end : { ...end, mechanism: 'unknown' });
    if (hearing === null || observation.outcome === 'inconclusive') return observation;
    const heard = await hearing.heard();
    const explained = explain(observation, heard);
    // Where the browser does not tell whereto the name led, a refusal may be this machine's own.
    const isVague = FOR_CHROMIUM && explained.mechanism === 'tcp.reset' && heard.resolved === undefined;
    return isVague ? { ...explained, againMs: await quickestRefusal(url, signal) } : explained;
  } finally {
    signal.removeEventListener('abort', onAbort);
    hearing?.close();
  }
}

const HEAD: RequestInit = {
  method: 'HEAD',
  mode: 'no-cors',
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'follow',
  referrerPolicy: 'no-referrer',
};

const REPETITIONS = 3;

/** How quickly the connection is refused, ms: the name is known by now, and of several times a busy machine spoils not all. */
async function quickestRefusal(url: string, signal: AbortSignal): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPETITIONS && !signal.aborted; i++) {
    const began = performance.now();
    await fetch(url, { ...HEAD, signal }).catch(() => {});
    quickest = Math.min(quickest, performance.now() - began);
  }
  return Number.isFinite(quickest) ? Math.round(quickest) : 0;
}
