import { type Scheme, schemeOf, transportOf } from '../core/catalogue/endpoint.ts';
import type { Observation, ProbeKind } from '../core/evidence/observation.ts';
import { sleep } from './waiting.ts';

/** Puts one question; ends it when the signal, whose reason is a `Stop`, is aborted. */
export type Ask = (url: string, signal: AbortSignal) => Promise<Observation>;

/** A question that was ended and still does not return is given up, ms: a hidden page may have died. */
const LOST_MS = 4_000;

const PROBES: Record<Scheme, ProbeKind> = {
  http: 'https',
  https: 'https',
  wss: 'websocket',
  stun: 'stun',
  turn: 'turn',
  turns: 'turn',
};

/** A question always ends: one that fails, or is lost after it was ended, shows nothing. */
export async function answerOf(ask: Ask, url: string, signal: AbortSignal): Promise<Observation> {
  const startedAt = Date.now();
  const nothing = (code: string): Observation => ({
    url,
    probe: PROBES[schemeOf(url)],
    transport: transportOf(url),
    outcome: 'inconclusive',
    startedAt,
    durationMs: Date.now() - startedAt,
    depth: 'none',
    code,
  });
  const over = new AbortController();
  const lost = new Promise<Observation>((resolve) => {
    const wait = () => void sleep(LOST_MS, over.signal).then(() => resolve(nothing('lost')));
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true, signal: over.signal });
  });
  const asked = ask(url, signal).catch((error: unknown) => nothing(error instanceof Error ? error.name : 'error'));
  return Promise.race([asked, lost]).finally(() => over.abort());
}
