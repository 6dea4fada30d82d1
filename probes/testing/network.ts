import { vi } from 'vitest';
import { schemeOf, transportOf } from '../../core/catalogue/endpoint.ts';
import type { Observation, Outcome } from '../../core/evidence/observation.ts';
import type { Ask } from '../answer-of.ts';
import type { Plan, RolePlan } from '../plan.ts';
import { stopped } from '../stop.ts';
import { survey } from '../survey.ts';

/** What becomes of a question that nobody ends before: an outcome after so many ms, or nothing, ever. */
export type Fate = { readonly after: number; readonly outcome: Exclude<Outcome, 'silent'> } | 'silence';

export const answers = (after = 40): Fate => ({ after, outcome: 'answered' });
export const fails = (after = 40): Fate => ({ after, outcome: 'failed' });
export const SILENCE: Fate = 'silence';

export interface Question {
  readonly url: string;
  /** When it was put, and when it ended, ms from the start of the survey. */
  readonly at: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly code?: string;
}

export function observation(url: string, outcome: Outcome, more: Partial<Observation> = {}): Observation {
  const probe = { stun: 'stun', turn: 'turn', turns: 'turn', wss: 'websocket', https: 'https', http: 'https' } as const;
  return {
    url,
    probe: probe[schemeOf(url)],
    transport: transportOf(url),
    outcome,
    startedAt: 0,
    durationMs: 40,
    depth: outcome === 'answered' ? 'application' : 'none',
    ...more,
  };
}

/** An `ask` that behaves like the probes: it ends when its signal does, and tells why. */
export function scripted(fate: (url: string) => Fate, log: Question[] = []): Ask {
  const start = performance.now();
  const now = () => Math.round(performance.now() - start);
  return (url, signal) => {
    const at = now();
    return new Promise((resolve) => {
      const end = (outcome: Outcome, code?: string) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        log.push({ url, at, endedAt: now(), outcome, ...(code !== undefined && { code }) });
        resolve(observation(url, outcome, { durationMs: now() - at, ...(code !== undefined && { code }) }));
      };
      const onAbort = () => {
        const { outcome, code } = stopped(signal);
        end(outcome, code);
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      const expected = fate(url);
      if (expected !== 'silence') timer = setTimeout(() => end(expected.outcome), expected.after);
    });
  };
}

export const role = (
  name: string,
  tiers: readonly (readonly string[])[],
  relays: readonly string[] = [],
): RolePlan => ({
  name,
  service: name.split('/')[0] ?? name,
  tiers,
  relaysWithVote: new Set(relays),
});

export interface Surveyed {
  readonly observations: ReadonlyMap<string, Observation>;
  readonly tookMs: number;
  readonly questions: readonly Question[];
  /** When each role was finished. */
  readonly finished: ReadonlyMap<string, number>;
  readonly question: (url: string) => Question | undefined;
}

/** Runs a survey in faked time, up to a minute. */
export async function surveyed(
  plan: Plan,
  fate: (url: string) => Fate,
  {
    cancelAfter = 60_000,
    spreadMs = 0,
    dead = [],
    random = () => 0,
    through = (ask) => ask,
  }: {
    cancelAfter?: number;
    spreadMs?: number;
    dead?: readonly string[];
    random?: () => number;
    /** Puts something that may fail between the survey and the network. */
    through?: (ask: Ask) => Ask;
  } = {},
): Promise<Surveyed> {
  const questions: Question[] = [];
  const finished = new Map<string, number>();
  const start = performance.now();
  const now = () => Math.round(performance.now() - start);
  const controller = new AbortController();
  const bound = setTimeout(() => controller.abort(), cancelAfter);
  let tookMs: number | null = null;
  const result = survey(plan, {
    ask: through(scripted(fate, questions)),
    isDead: (url) => dead.includes(url),
    spreadMs,
    random,
    signal: controller.signal,
    onProgress: (_, roles) => {
      for (const name of roles) if (!finished.has(name)) finished.set(name, now());
    },
  });
  void result.then(() => {
    tookMs = now();
    clearTimeout(bound);
  });
  for (let passed = 0; tookMs === null && passed < 60_000; passed += 10) await vi.advanceTimersByTimeAsync(10);
  if (tookMs === null) throw new Error('the survey did not end');
  return {
    observations: await result,
    tookMs,
    questions,
    finished,
    question: (url) => questions.find((one) => one.url === url),
  };
}
