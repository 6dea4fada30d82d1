import { type Scheme, schemeOf, transportOf } from '../core/catalogue/endpoint.ts';
import type { Observation, Outcome, ProbeKind } from '../core/evidence/observation.ts';

const PROBES: Record<Scheme, ProbeKind> = {
  http: 'https',
  https: 'https',
  wss: 'websocket',
  stun: 'stun',
  turn: 'turn',
  turns: 'turn',
};

export type Seen = Partial<Observation> & { readonly outcome: Outcome };

/** Starts the clock of a question. What it returns makes the observation of what was seen, up to that moment. */
export function observe(url: string, probe: ProbeKind = PROBES[schemeOf(url)]): (seen: Seen) => Observation {
  const startedAt = Date.now();
  const began = performance.now();
  return (seen) => ({
    url,
    probe,
    transport: transportOf(url),
    startedAt,
    durationMs: Math.round(performance.now() - began),
    depth: seen.outcome === 'answered' ? 'application' : 'none',
    ...seen,
  });
}
