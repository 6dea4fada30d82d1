import fc from 'fast-check';
import { CALL_ENDS, CALL_STAGES, CALL_TRANSPORTS, type TransportCall } from './call.ts';
import type { Reading } from './reading.ts';
import { hear } from './statistics.ts';

/** Calls and readings for tests. */

export const EVERY_MS = 250;
/** Packets of 20 ms. */
const PER_READING = 12.5;

/** What happens in a quarter of a second: packets that arrive, or more. */
export type Quarter =
  | number
  | Partial<{ received: number; lost: number; jitterMs: number; echoMs: number; iceMs: number }>;

/** Readings of a call, a quarter of a second each, after a first one that only begins the count. */
export function readings(...quarters: readonly Quarter[]): Reading[] {
  const totals = { received: 1, lost: 0, taken: 0 };
  const first: Reading = {
    at: 0,
    received: 1,
    lost: 0,
    jitterMs: 2,
    roundTrips: [
      { ms: 40, taken: 0 },
      { ms: null, taken: null },
    ],
    echoMs: null,
  };
  return [
    first,
    ...quarters.map((quarter, index): Reading => {
      const told = typeof quarter === 'number' ? { received: quarter } : quarter;
      totals.received += told.received ?? PER_READING;
      totals.lost += told.lost ?? 0;
      if (told.iceMs !== undefined) totals.taken++;
      return {
        at: (index + 1) * EVERY_MS,
        received: totals.received,
        lost: totals.lost,
        jitterMs: told.jitterMs ?? 2,
        roundTrips: [
          { ms: told.iceMs ?? 40, taken: totals.taken },
          { ms: null, taken: null },
        ],
        echoMs: told.echoMs ?? 42,
      };
    }),
  ];
}

/** Seconds of one kind. */
export const seconds = (count: number, quarter: Quarter = PER_READING): Quarter[] =>
  Array.from({ length: count * 4 }, () => quarter);

export const call = (change: Partial<TransportCall> = {}): TransportCall => ({
  transport: 'udp',
  end: 'works',
  reached: Object.fromEntries(CALL_STAGES.map((stage, index) => [stage, 100 * index])),
  durationMs: 6_500,
  seconds: [],
  roundTripMs: 40,
  jitterMs: 2,
  loss: 0,
  stalls: 0,
  mos: 4.3,
  ...change,
});

/** One call a transport at most, as a test makes them. */
export const anyCalls = fc
  .uniqueArray(
    fc.record({
      transport: fc.constantFrom(...CALL_TRANSPORTS),
      end: fc.constantFrom(...CALL_ENDS),
      mos: fc.option(fc.double({ min: 1, max: 4.5, noNaN: true })),
    }),
    { selector: ({ transport }) => transport },
  )
  .map((list) => list.map(call));

export const heard = (...quarters: readonly Quarter[]) => hear(readings(...quarters));
