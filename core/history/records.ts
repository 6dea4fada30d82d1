import * as v from 'valibot';
import { CALL_CONCLUSIONS, CALL_ENDS, CALL_STAGES, CALL_TRANSPORTS, type TestCall } from '../call/call.ts';
import { DAY_MS } from '../day.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import { ACCESSES } from './access.ts';
import { OWN_WORDS } from './own-word.ts';

// Apart, for scripts that have no room for the schemas.
export { ACCESSES, type Access } from './access.ts';
export { OWN_WORDS, type OwnWord } from './own-word.ts';
export { UNKNOWN_NETWORK } from './place.ts';

/**
 * What is kept of every round, in the shape in which it is stored, exported and imported. No address of the person, no server of the
 * person's own credentials; a network is a salted fingerprint with what an offline table says of it.
 */

const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const Duration = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const Key = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i));
/** Text from outside: shown as text only, and short. */
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const OwnId = v.pipe(v.string(), v.regex(/^own-[0-9a-f]{8}$/));
export const isOwnId = (id: string): boolean => v.is(OwnId, id);
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));

/** A public network: IPv4 /24 or IPv6 /48, known by its salted fingerprint. */
export const NetworkRecord = v.object({
  key: Key,
  /** Autonomous system and its operator's name, ISO 3166 country: from the table in the package, null where it knows none. */
  asn: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff))),
  operator: v.nullable(Text),
  country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  /** The address belongs to a hosting company: perhaps a VPN. */
  hosting: v.boolean(),
  access: v.nullable(v.picklist(ACCESSES)),
  /** What the person calls it. Networks with one name are shown as one. */
  name: v.nullable(Text),
  firstAt: Milliseconds,
  lastAt: Milliseconds,
});
export type NetworkRecord = v.InferOutput<typeof NetworkRecord>;

/** One service in one round. */
const ServiceInRound = v.object({
  calls: v.picklist(CALL_STATES),
  messages: v.picklist(MESSAGE_STATES),
  mechanism: v.optional(v.picklist(MECHANISMS)),
  /** Median time in which its relays answered, ms. */
  relayMs: v.optional(Duration),
});

/** Kept for 90 days. */
export const RoundRecord = v.object({
  network: Key,
  /** When the round began. */
  at: Milliseconds,
  durationMs: Duration,
  /** Host access was held: error codes and addresses were read. */
  explained: v.boolean(),
  state: v.picklist(NETWORK_STATES),
  /** Median time in which the STUN controls answered, ms. */
  roundTripMs: v.optional(Duration),
  services: v.record(Id, ServiceInRound),
});
export type RoundRecord = v.InferOutput<typeof RoundRecord>;

/** What one question showed (core/evidence/observation.ts), without the fingerprint of the network. */
const StoredObservation = v.object({
  url: v.pipe(v.string(), v.maxLength(300)),
  probe: v.picklist(['https', 'websocket', 'sip', 'stun', 'turn']),
  transport: v.picklist(['udp', 'tcp', 'tls']),
  outcome: v.picklist(['answered', 'failed', 'silent', 'inconclusive']),
  startedAt: Milliseconds,
  durationMs: Duration,
  depth: v.picklist(['none', 'name', 'transport', 'secure', 'application']),
  mechanism: v.optional(v.picklist(MECHANISMS)),
  code: v.optional(v.pipe(v.string(), v.maxLength(120))),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(999))),
  roundTripMs: v.optional(Duration),
  againMs: v.optional(Duration),
  redirected: v.optional(v.boolean()),
  remote: v.optional(v.picklist(['public', 'private', 'tunnel'])),
  /** Whose endpoint: a service's id, or `control`. */
  of: Id,
});
export type StoredObservation = v.InferOutput<typeof StoredObservation>;

/** The raw observations of a round. Kept for 14 days. */
export const RawRecord = v.object({ network: Key, at: Milliseconds, observations: v.array(StoredObservation) });
export type RawRecord = v.InferOutput<typeof RawRecord>;

/** A day of rounds on one network, counted: what remains of them after 90 days. */
export const DayRecord = v.object({
  network: Key,
  /** Days since 1970-01-01 UTC. */
  day: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
  rounds: Count,
  /** Rounds by what was said. */
  state: v.record(v.picklist(NETWORK_STATES), Count),
  services: v.record(
    Id,
    v.object({
      calls: v.record(v.picklist(CALL_STATES), Count),
      messages: v.record(v.picklist(MESSAGE_STATES), Count),
    }),
  ),
});
export type DayRecord = v.InferOutput<typeof DayRecord>;

/** What a spell is about: calls or messages of a service, or UDP for everyone on the network. */
export const SPELL_KINDS = ['calls', 'messages', 'udp'] as const;
export type SpellKind = (typeof SPELL_KINDS)[number];
/** The subject of a spell of UDP. */
export const NETWORK = 'network';

/** A time in which something was blocked. It begins and ends by confirmed evidence on this network alone. Kept for good. */
export const SpellRecord = v.object({
  network: Key,
  kind: v.picklist(SPELL_KINDS),
  /** Service id, or `network`. */
  subject: Id,
  from: Milliseconds,
  /** When it was seen to work again; null: not yet. */
  to: v.nullable(Milliseconds),
  /** The last round that still found it blocked. */
  seenAt: Milliseconds,
  mechanism: v.optional(v.picklist(MECHANISMS)),
});
export type SpellRecord = v.InferOutput<typeof SpellRecord>;

export const OwnWordRecord = v.object({
  /** Null where the network is not known. */
  network: v.nullable(Key),
  at: Milliseconds,
  service: Id,
  word: v.picklist(OWN_WORDS),
});
export type OwnWordRecord = v.InferOutput<typeof OwnWordRecord>;

/** One second of a test call. */
const SecondOfCall = v.object({
  roundTripMs: v.nullable(Duration),
  jitterMs: v.nullable(Duration),
  loss: v.nullable(Share),
  packets: Count,
});

/** A test call through a server of the person's own (core/call/call.ts). Kept for as long as rounds are. */
export interface CallRecord extends TestCall {
  /** Null where the network is not known. */
  readonly network: string | null;
}
export const CallRecord: v.GenericSchema<unknown, CallRecord> = v.object({
  network: v.nullable(Key),
  at: Milliseconds,
  service: OwnId,
  conclusion: v.picklist(CALL_CONCLUSIONS),
  calls: v.pipe(
    v.array(
      v.object({
        transport: v.picklist(CALL_TRANSPORTS),
        end: v.picklist(CALL_ENDS),
        code: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9 -]{1,40}$/))),
        reached: v.record(v.picklist(CALL_STAGES), Duration),
        durationMs: Duration,
        seconds: v.pipe(v.array(SecondOfCall), v.maxLength(20)),
        roundTripMs: v.nullable(Duration),
        jitterMs: v.nullable(Duration),
        loss: v.nullable(Share),
        stalls: Count,
        mos: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(5))),
        cutAfterS: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3600))),
      }),
    ),
    v.maxLength(CALL_TRANSPORTS.length),
  ),
});

/** Everything, or a selection of it. */
export interface History {
  readonly networks: readonly NetworkRecord[];
  readonly rounds: readonly RoundRecord[];
  readonly raw: readonly RawRecord[];
  readonly days: readonly DayRecord[];
  readonly spells: readonly SpellRecord[];
  readonly words: readonly OwnWordRecord[];
  readonly calls: readonly CallRecord[];
}

export const dayOf = (at: number): number => Math.floor(at / DAY_MS);
