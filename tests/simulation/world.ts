import { hostOf, isIPv4Literal, schemeOf, transportOf } from '../../core/catalogue/endpoint.ts';
import type { Observation, Outcome } from '../../core/evidence/observation.ts';
import type { Ask } from '../../probes/answer-of.ts';
import { observe } from '../../probes/observe.ts';
import { stopped } from '../../probes/stop.ts';
import { type Browser, nameLookup, stun, tcp } from './exchange.ts';
import type { LossyLine } from './loss.ts';
import type { Random } from './random.ts';

/** Every server of the catalogue behind one line, for the length of one round. */
export interface World {
  readonly browser: Browser;
  readonly line: LossyLine;
  /** A filter drops all that goes there. */
  readonly isBlocked: (url: string) => boolean;
  /** Its servers turn every browser away at the certificate. */
  readonly refuses: (url: string) => boolean;
  readonly random: Random;
}

/** To the nearest server and back, ms, and how much further others may be. */
const NEAREST_MS = 30;
const FURTHER_MS = 30;

/** Puts questions to this world as the probes put them to the real one. */
export function asker({ browser, line, isBlocked, refuses, random }: World): Ask {
  const names = new Map<string, number>();
  const found = (url: string, at: number, rttMs: number): number => {
    if (isIPv4Literal(url)) return at;
    const host = hostOf(url);
    const known = names.get(host) ?? nameLookup(line, at, rttMs);
    names.set(host, known);
    return Math.max(at, known);
  };
  const answerAt = (url: string, at: number): number => {
    if (isBlocked(url)) return Number.POSITIVE_INFINITY;
    const rttMs = NEAREST_MS + random() * FURTHER_MS;
    const from = found(url, at, rttMs);
    if (from === Number.POSITIVE_INFINITY) return from;
    const transport = transportOf(url);
    return transport === 'udp'
      ? stun(line, browser, from, rttMs)
      : tcp(line, transport === 'tls' ? 'tls' : 'plain', from, rttMs);
  };
  return (url, signal) => {
    const observation = observe(url);
    return new Promise((resolve) => {
      const end = (seen: Partial<Observation> & { outcome: Outcome }) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(observation(seen));
      };
      const onAbort = () => {
        const { outcome, code } = stopped(signal);
        const mechanism = transportOf(url) === 'udp' ? ('udp.timeout' as const) : ('unknown' as const);
        end({ outcome, code, ...(outcome === 'silent' && { mechanism }) });
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      const now = Date.now();
      const at = answerAt(url, now);
      if (at === Number.POSITIVE_INFINITY) return;
      timer = setTimeout(() => end(refuses(url) ? REFUSAL : answer(url)), at - now);
    });
  };
}

const REFUSAL = { outcome: 'failed', mechanism: 'unknown' } as const;

const answer = (url: string): Partial<Observation> & { outcome: Outcome } =>
  schemeOf(url) === 'stun'
    ? { outcome: 'answered', code: 'srflx', seenFrom: { family: 4, fingerprint: 'here' } }
    : { outcome: 'answered' };
