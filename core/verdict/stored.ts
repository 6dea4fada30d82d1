import * as v from 'valibot';
import type { Memory } from '../evidence/memory.ts';

/**
 * What was stored may be older, newer, cut off or edited by hand. It is read through these schemas; what does not fit is as if it had
 * never been stored, and loses nothing beside it.
 */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Milliseconds = v.pipe(v.number(), v.finite());

const Lease = v.object({ startedAt: Milliseconds, expiresAt: Milliseconds });

const Weight = v.pipe(v.number(), v.finite(), v.minValue(0));
const Loss = v.object({ asked: Weight, failed: Weight });
const NetworkMemorySchema = v.object({
  lastRoundAt: Milliseconds,
  loss: v.object({ udp: Loss, tcp: Loss }),
  silentControls: v.record(v.string(), Count),
  walks: v.record(
    v.string(),
    v.object({
      sum: v.pipe(v.number(), v.finite()),
      at: Milliseconds,
      blocked: v.boolean(),
      recent: v.array(v.picklist(['answered', 'slow', 'failed'])),
    }),
  ),
  since: v.record(v.string(), v.object({ state: v.string(), at: Milliseconds })),
});

/** Whether the stored progress is that of a round still in its time. */
export function isUnderWay(stored: unknown, now: number): boolean {
  const lease = parse(Lease, stored);
  return lease !== null && lease.startedAt <= now && now < lease.expiresAt;
}

/** Damaged parts are dropped one by one: a broken network costs no earned vote, and the other way round. */
export function readMemory(stored: unknown): Memory {
  const record = v.is(v.record(v.string(), v.unknown()), stored) && stored.schemaVersion === 1 ? stored : {};
  return {
    schemaVersion: 1,
    networks: keep(record.networks, NetworkMemorySchema) as Memory['networks'],
    answered: keep(record.answered, Milliseconds),
  };
}

function keep<Schema extends v.GenericSchema>(stored: unknown, schema: Schema): Record<string, v.InferOutput<Schema>> {
  if (!v.is(v.record(v.string(), v.unknown()), stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      const output = parse(schema, value);
      return output === null ? [] : [[key, output] as const];
    }),
  );
}

function parse<Schema extends v.GenericSchema>(schema: Schema, stored: unknown): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, stored);
  return result.success ? result.output : null;
}
