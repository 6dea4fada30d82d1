import type { Report } from './report.ts';

/**
 * Reports that wait for their receiver. A plain value: whoever keeps it stores it after every step, so that the end of a page loses
 * nothing and sends nothing twice that was settled.
 */
export interface Queue {
  readonly schemaVersion: 1;
  /** A random name for this installation's reports. */
  readonly instance: string;
  /** Oldest first. */
  readonly waiting: readonly Report[];
  /** Attempts in a row that asked to be made again. */
  readonly failures: number;
  /** Nothing is sent before, ms since the epoch. */
  readonly notBefore: number;
  /** Reports that were given up: the queue was full, they were too old, or the receiver refused them. */
  readonly dropped: number;
  readonly lastSentAt: number | null;
  /** For whoever looks for the reason that nothing arrives. */
  readonly lastProblem: Problem | null;
}

export interface Problem {
  readonly at: number;
  readonly message: string;
}

/** What came of sending one batch. */
export type Outcome =
  /** Taken, perhaps in part: what was rejected must not be sent again. */
  | { readonly kind: 'taken'; readonly rejected: number; readonly message: string }
  /** Not now. */
  | { readonly kind: 'later'; readonly afterMs?: number; readonly message: string }
  /** Never: the same request would be refused again. */
  | { readonly kind: 'refused'; readonly message: string };

/** Two days at the default interval. */
const MOST = 96;
/** Receivers turn away what is much older than what they have. */
const TOO_OLD_MS = 24 * 3_600_000;
/** Reports in one request. */
const BATCH = 12;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** A receiver may ask for more patience than we would have, but not for ever. */
const LONGEST_ASKED_MS = 24 * 3_600_000;

const emptyQueue = (instance: string): Queue => ({
  schemaVersion: 1,
  instance,
  waiting: [],
  failures: 0,
  notBefore: 0,
  dropped: 0,
  lastSentAt: null,
  lastProblem: null,
});

/** What was kept: a queue, or nothing that can be read as one. */
export function readQueue(stored: unknown, newInstance: () => string): Queue {
  const { schemaVersion, instance, waiting } = Object(stored) as Partial<Queue>;
  const isQueue = schemaVersion === 1 && typeof instance === 'string' && Array.isArray(waiting);
  return isQueue ? (stored as Queue) : emptyQueue(newInstance());
}

/** The oldest go first when there are too many. */
export function enqueue(queue: Queue, report: Report, now: number): Queue {
  // A round that is filed again is no news.
  const all = [...queue.waiting.filter(({ at }) => at !== report.at), report];
  const waiting = all.filter(({ at }) => Math.abs(now - at) <= TOO_OLD_MS).slice(-MOST);
  return { ...queue, waiting, dropped: queue.dropped + all.length - waiting.length };
}

/** The batch to send now; none while the receiver is being left alone. */
export function due({ waiting, notBefore }: Queue, now: number): readonly Report[] {
  // A time further ahead than any wait was written under a wrong clock.
  const isWaiting = now < notBefore && notBefore - now <= LONGEST_ASKED_MS;
  return isWaiting ? [] : waiting.slice(0, BATCH);
}

/** @param random from 0 to 1 */
export function settled(queue: Queue, batch: readonly Report[], outcome: Outcome, now: number, random: number): Queue {
  const lastProblem = outcome.message === '' ? null : { at: now, message: outcome.message.slice(0, 300) };
  if (outcome.kind === 'later') {
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** queue.failures);
    // Between half and all of it: browsers that failed together come back apart.
    const waitMs = Math.max(ceiling * (0.5 + random / 2), Math.min(outcome.afterMs ?? 0, LONGEST_ASKED_MS));
    return { ...queue, failures: queue.failures + 1, notBefore: now + waitMs, lastProblem };
  }
  const over = new Set(batch.map(({ at }) => at));
  return {
    ...queue,
    waiting: queue.waiting.filter(({ at }) => !over.has(at)),
    failures: 0,
    notBefore: 0,
    dropped: queue.dropped + (outcome.kind === 'refused' ? batch.length : 0),
    lastSentAt: outcome.kind === 'taken' ? now : queue.lastSentAt,
    lastProblem,
  };
}

/** The HTTP form of an outcome, as OTLP/HTTP has it. */
const RETRYABLE: readonly number[] = [429, 502, 503, 504];

export function outcomeOf(status: number, message: string, retryAfter: string | null, now: number): Outcome {
  const told = `HTTP ${status}${message && `: ${message}`}`;
  if (!RETRYABLE.includes(status)) return { kind: 'refused', message: told };
  const afterMs = patienceAsked(retryAfter, now);
  return { kind: 'later', message: told, ...(afterMs !== null && { afterMs }) };
}

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). Null for anything else. */
export function patienceAsked(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
