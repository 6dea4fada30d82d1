import { isOwn } from '../own/server.ts';
import type { CallConclusion, CallSummary } from './call.ts';

/** Test calls as evidence: what the memory of a network keeps of them. */

/** One that has just ended, on the network of the round that follows it. */
export interface EndedCall {
  /** Id of the server. */
  readonly service: string;
  readonly summary: Omit<CallSummary, 'cuts'>;
}

type Calls = Readonly<Record<string, CallSummary>>;

/** A call speaks of the network for so long, ms. */
const SPEAKS_MS = 24 * 3_600_000;

/** What a round says as well, or what says nothing: it leaves the last call in its place. */
const NO_NEWS: readonly CallConclusion[] = ['refused', 'silent', 'nothing'];

/** The calls that count at this time. One that lies ahead was made under another clock, and is as good as never made. */
export function callsThatCount(calls: Calls | undefined, ended: EndedCall | undefined, now: number): Calls {
  const counts = ([service, { at }]: readonly [string, CallSummary]) =>
    isOwn(service) && at <= now && now - at < SPEAKS_MS;
  const before = Object.fromEntries(Object.entries(calls ?? {}).filter(counts));
  if (!ended || NO_NEWS.includes(ended.summary.conclusion)) return before;
  const { service, summary } = ended;
  const cuts = summary.conclusion === 'cut' ? (before[service]?.cuts ?? 0) + 1 : 0;
  return Object.fromEntries(Object.entries({ ...before, [service]: { ...summary, cuts } }).filter(counts));
}
