import * as v from 'valibot';
import { CALL_CONCLUSIONS, CALL_TRANSPORTS } from '../call/call.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import { RULE_IDS } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import { GROUNDS } from './vote.ts';

/** The stored snapshot down to its last observation, for those who keep it or pass it on. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Milliseconds = v.pipe(v.number(), v.finite());
const Outcome = v.picklist(['answered', 'failed', 'silent', 'inconclusive']);

const Observation = v.object({
  url: v.string(),
  probe: v.picklist(['https', 'websocket', 'sip', 'stun', 'turn']),
  transport: v.picklist(['udp', 'tcp', 'tls']),
  outcome: Outcome,
  startedAt: Milliseconds,
  durationMs: Milliseconds,
  depth: v.picklist(['none', 'name', 'transport', 'secure', 'application']),
  mechanism: v.optional(v.picklist(MECHANISMS)),
  code: v.optional(v.string()),
  status: v.optional(v.number()),
  roundTripMs: v.optional(Milliseconds),
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
      ground: v.optional(v.picklist(GROUNDS)),
      date: v.optional(v.string()),
      observation: v.optional(Observation),
      lastAnswered: v.optional(Milliseconds),
    }),
  ),
  blockedSince: v.optional(Milliseconds),
  silentEverywhere: v.optional(v.object({ places: Count, date: v.string() })),
  call: v.optional(
    v.object({
      at: Milliseconds,
      conclusion: v.picklist(CALL_CONCLUSIONS),
      transport: v.nullable(v.picklist(CALL_TRANSPORTS)),
      mos: v.nullable(Milliseconds),
      cutAfterS: v.optional(Milliseconds),
      cuts: Count,
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

/** Null for anything that is not a snapshot of this version. */
export function readSnapshot(stored: unknown): Snapshot | null {
  const result = v.safeParse(SnapshotSchema, stored);
  return result.success ? (result.output as Snapshot) : null;
}
