import { CALL_CONCLUSIONS, CALL_TRANSPORTS, type CallSummary } from '../call/call.ts';
import type { EndedCall } from '../call/remembered.ts';
import type { Memory, NetworkMemory } from '../evidence/memory.ts';
import * as is from '../shape.ts';

/**
 * What was stored may be older, newer, cut off or edited by hand. What does not fit is as if it had never been stored, and loses nothing
 * beside it.
 */

const isLease = is.object<{ startedAt: number; expiresAt: number }>({ startedAt: is.number, expiresAt: is.number });

const summary = {
  at: is.number,
  conclusion: is.oneOf(...CALL_CONCLUSIONS),
  transport: is.oneOf(null, ...CALL_TRANSPORTS),
  mos: is.either(is.weight, is.oneOf(null)),
  cutAfterS: is.optional(is.weight),
};
const isEndedCall = is.object<EndedCall>({ service: is.text, summary: is.object(summary) });
const areCalls = is.record(is.object<CallSummary>({ ...summary, cuts: is.count }));

const isLoss = is.object({ asked: is.weight, failed: is.weight });
/** Test calls apart: one that is damaged does not cost the rest. */
const isNetwork = is.object<Omit<NetworkMemory, 'calls'> & { readonly calls?: unknown }>({
  lastRoundAt: is.number,
  loss: is.object({ udp: isLoss, tcp: isLoss }),
  silentControls: is.record(is.count),
  walks: is.record(
    is.object({
      sum: is.number,
      at: is.number,
      blocked: is.yesOrNo,
      recent: is.list(is.oneOf('answered', 'slow', 'failed')),
    }),
  ),
  since: is.record(is.object({ state: is.text, at: is.number })),
  calls: is.optional(is.anything),
});

/** Whether the stored progress is that of a round still in its time. */
export const isUnderWay = (stored: unknown, now: number): boolean =>
  isLease(stored) && stored.startedAt <= now && now < stored.expiresAt;

/** What a page tells of a test call, and nothing beside it. */
export function readEndedCall(told: unknown): EndedCall | null {
  if (!isEndedCall(told)) return null;
  const { at, conclusion, transport, mos, cutAfterS } = told.summary;
  const summary = { at, conclusion, transport, mos, ...(cutAfterS !== undefined && { cutAfterS }) };
  return { service: told.service, summary };
}

/** Damaged parts are dropped one by one: a broken network costs no earned vote, and the other way round. */
export function readMemory(stored: unknown): Memory {
  const { schemaVersion, networks, answered } = Object(stored) as Partial<Record<keyof Memory, unknown>>;
  const isKnown = schemaVersion === 1;
  return {
    schemaVersion: 1,
    networks: Object.fromEntries(
      keep(isKnown && networks, isNetwork).map(([key, { calls, ...network }]) => [
        key,
        { ...network, ...(calls !== undefined && { calls: areCalls(calls) ? calls : {} }) },
      ]),
    ),
    answered: Object.fromEntries(keep(isKnown && answered, is.number)),
  };
}

const keep = <T>(stored: unknown, fits: is.Fits<T>): [string, T][] =>
  Object.entries(is.record(is.anything)(stored) ? stored : {}).filter((entry): entry is [string, T] => fits(entry[1]));
