import * as v from 'valibot';
import type { Memory } from '../evidence/memory.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import { RULE_IDS } from './rules.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What was stored may be older, newer, cut off or edited by hand. It is read through these schemas; what does not fit is as if it had
 * never been stored, and loses nothing beside it.
 */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Milliseconds = v.pipe(v.number(), v.finite());
const Outcome = v.picklist(['answered', 'failed', 'silent', 'inconclusive']);

const Observation = v.object({
  url: v.string(),
  probe: v.picklist(['https', 'websocket', 'stun', 'turn']),
  transport: v.picklist(['udp', 'tcp', 'tls']),
  outcome: Outcome,
  startedAt: Milliseconds,
  durationMs: Milliseconds,
  depth: v.picklist(['none', 'name', 'transport', 'secure', 'application']),
  mechanism: v.optional(v.picklist(MECHANISMS)),
  code: v.optional(v.string()),
  status: v.optional(v.number()),
  againMs: v.optional(Milliseconds),
  redirected: v.optional(v.boolean()),
  remote: v.optional(v.picklist(['public', 'private', 'tunnel'])),
  seenFrom: v.optional(v.object({ family: v.picklist([4, 6]), fingerprint: v.string() })),
});

const judgement = <const States extends readonly string[]>(states: States) => ({
  state: v.picklist(states),
  rule: v.picklist(RULE_IDS),
  mechanism: v.optional(v.picklist(MECHANISMS)),
  rounds: Count,
  failing: Count,
  since: Milliseconds,
});

const Service = v.object({
  id: v.string(),
  calls: v.object(judgement(CALL_STATES)),
  messages: v.object(judgement(MESSAGE_STATES)),
  evidence: v.array(
    v.object({
      url: v.string(),
      role: v.picklist(['signalling', 'call-setup', 'media']),
      vote: v.picklist(['counted', 'unearned']),
      observation: v.optional(Observation),
      lastAnswered: v.optional(Milliseconds),
    }),
  ),
});

const SnapshotSchema = v.object({
  schemaVersion: v.literal(1),
  takenAt: Milliseconds,
  durationMs: Milliseconds,
  firstWordMs: v.nullable(Milliseconds),
  network: v.object({ ...judgement(NETWORK_STATES), key: v.nullable(v.string()) }),
  services: v.array(Service),
  controls: v.array(
    v.object({
      kind: v.picklist(['stun', 'https', 'portal', 'relay']),
      asked: Count,
      answered: Count,
      operators: Count,
    }),
  ),
  controlObservations: v.array(Observation),
  confirming: v.boolean(),
  explained: v.boolean(),
});

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

/** Null for anything that is not a snapshot of this version. */
export const readSnapshot = (stored: unknown): Snapshot | null => parse(SnapshotSchema, stored) as Snapshot | null;

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
