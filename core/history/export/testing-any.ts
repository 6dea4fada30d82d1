import fc from 'fast-check';
import { CALL_CONCLUSIONS, CALL_ENDS, CALL_STAGES, CALL_TRANSPORTS } from '../../call/call.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../vocabulary.ts';
import {
  ACCESSES,
  type CallRecord,
  type DayRecord,
  dayOf,
  type History,
  type NetworkRecord,
  OWN_WORDS,
  type OwnWordRecord,
  type RawRecord,
  type RoundRecord,
  SPELL_KINDS,
  type SpellRecord,
  type StoredObservation,
} from '../records.ts';
import { OWN } from '../testing.ts';
import { HOME, MOBILE, NOW, START } from './testing.ts';

const HOUR = 3_600_000;

function rows<Row>(row: fc.Arbitrary<Row>, selector: (row: Row) => string): fc.Arbitrary<Row[]> {
  return fc.uniqueArray(row, { selector, maxLength: 8 });
}

/** Few and many moments, so that some fall together. */
const anyMoment = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max: 20 }).map((hour) => START + hour * HOUR),
    fc.integer({ min: 0, max: NOW }),
  );

const anyKey = () => fc.constantFrom(HOME, MOBILE);
const anyService = () => fc.constantFrom('whatsapp', 'signal', 'x', 'old-service.2', OWN);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anyDuration = () => fc.double({ min: 0, max: 86_400_000, noNaN: true }).map((ms) => ms || 0);
/** As plain as what a database gives back: no field is undefined, no object without its prototype. */
const stored = <T>(value: fc.Arbitrary<unknown>): fc.Arbitrary<T> =>
  value.map((value) => JSON.parse(JSON.stringify(value)) as T);

function anyNetwork(key: string): fc.Arbitrary<NetworkRecord> {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => text.length > 0 && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text));
  return fc
    .record({
      asn: orNull(fc.integer({ min: 1, max: 0xffff_ffff })),
      operator: orNull(text),
      country: orNull(fc.constantFrom('MA', 'AE', 'DE')),
      hosting: fc.boolean(),
      access: orNull(fc.constantFrom(...ACCESSES)),
      name: orNull(text),
      times: fc.tuple(anyMoment(), anyMoment()),
    })
    .map(({ times, ...network }) => ({ key, ...network, firstAt: Math.min(...times), lastAt: Math.max(...times) }));
}

function anyRound(): fc.Arbitrary<RoundRecord> {
  const service = fc.record({
    calls: fc.constantFrom(...CALL_STATES),
    messages: fc.constantFrom(...MESSAGE_STATES),
    mechanism: perhaps(fc.constantFrom(...MECHANISMS)),
    relayMs: perhaps(anyDuration()),
  });
  return stored(
    fc.record({
      network: anyKey(),
      at: anyMoment(),
      durationMs: anyDuration(),
      explained: fc.boolean(),
      state: fc.constantFrom(...NETWORK_STATES),
      roundTripMs: perhaps(anyDuration()),
      services: fc.dictionary(anyService(), service),
    }),
  );
}

function anyRaw(): fc.Arbitrary<RawRecord> {
  const question = fc
    .record({
      endpoint: fc.constantFrom<Pick<StoredObservation, 'url' | 'probe' | 'transport'>>(
        { url: 'stun:stun.l.google.com:19302', probe: 'stun', transport: 'udp' },
        { url: 'turn:relay.example:3478?transport=udp', probe: 'turn', transport: 'udp' },
        { url: 'turns:relay.example:443', probe: 'turn', transport: 'tls' },
        { url: 'https://web.example/', probe: 'https', transport: 'tls' },
        { url: 'wss://chat.example/ws', probe: 'websocket', transport: 'tls' },
      ),
      outcome: fc.constantFrom('answered', 'failed', 'silent', 'inconclusive'),
      startedAt: anyMoment(),
      durationMs: anyDuration(),
      depth: fc.constantFrom('none', 'name', 'transport', 'secure', 'application'),
      mechanism: perhaps(fc.constantFrom(...MECHANISMS)),
      code: perhaps(fc.constantFrom('timeout', '701', 'net::ERR_CONNECTION_RESET', 'NS_ERROR_UNKNOWN_HOST', '')),
      status: perhaps(fc.integer({ min: 100, max: 999 })),
      againMs: perhaps(anyDuration()),
      redirected: perhaps(fc.boolean()),
      remote: perhaps(fc.constantFrom('public', 'private', 'tunnel')),
      of: fc.oneof(anyService(), fc.constant('control')),
    })
    .map(({ endpoint, ...rest }) => ({ ...endpoint, ...rest }));
  return stored(
    fc.record({
      network: anyKey(),
      at: anyMoment(),
      observations: fc.array(question, { maxLength: 5 }),
    }),
  );
}

function anyDay(): fc.Arbitrary<DayRecord> {
  const counts = <Word extends string>(words: readonly Word[]) =>
    fc.dictionary(fc.constantFrom(...words), fc.integer({ min: 0, max: 99 }));
  return stored(
    fc.record({
      network: anyKey(),
      day: anyMoment().map(dayOf),
      rounds: fc.integer({ min: 0, max: 99 }),
      state: counts(NETWORK_STATES),
      services: fc.dictionary(
        anyService(),
        fc.record({ calls: counts(CALL_STATES), messages: counts(MESSAGE_STATES) }),
      ),
    }),
  );
}

export function anySpell(): fc.Arbitrary<SpellRecord> {
  return stored(
    fc
      .record({
        network: anyKey(),
        kind: fc.constantFrom(...SPELL_KINDS),
        subject: fc.constantFrom('whatsapp', 'network'),
        times: fc.tuple(anyMoment(), anyMoment(), anyMoment()).map((times) => times.toSorted((a, b) => a - b)),
        open: fc.boolean(),
        mechanism: perhaps(fc.constantFrom(...MECHANISMS)),
      })
      .map(({ times: [from = 0, seenAt = 0, to = 0], open, ...rest }) => ({
        ...rest,
        from,
        seenAt,
        to: open ? null : to,
      })),
  );
}

function anyWord(): fc.Arbitrary<OwnWordRecord> {
  return stored(
    fc.record({
      network: orNull(anyKey()),
      at: anyMoment(),
      service: anyService(),
      word: fc.constantFrom(...OWN_WORDS),
    }),
  );
}

function anyCall(): fc.Arbitrary<CallRecord> {
  const share = () => fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share || 0);
  const numbers = { roundTripMs: orNull(anyDuration()), jitterMs: orNull(anyDuration()), loss: orNull(share()) };
  const second = fc.record({ ...numbers, packets: fc.integer({ min: 0, max: 99 }) });
  const transportCall = fc.record({
    transport: fc.constantFrom(...CALL_TRANSPORTS),
    end: fc.constantFrom(...CALL_ENDS),
    code: perhaps(fc.constantFrom('401', '486', 'net ERR-1')),
    reached: fc.dictionary(fc.constantFrom(...CALL_STAGES), anyDuration()),
    durationMs: anyDuration(),
    seconds: fc.array(second, { maxLength: 3 }),
    ...numbers,
    stalls: fc.integer({ min: 0, max: 9 }),
    mos: orNull(fc.double({ min: 1, max: 4.5, noNaN: true })),
    cutAfterS: perhaps(fc.integer({ min: 0, max: 12 })),
  });
  return stored(
    fc.record({
      network: orNull(anyKey()),
      at: anyMoment(),
      service: fc.constantFrom(OWN, 'own-12345678'),
      conclusion: fc.constantFrom(...CALL_CONCLUSIONS),
      calls: fc.array(transportCall, { maxLength: 3 }),
    }),
  );
}

/** Any history that can be stored, of two networks, before `NOW`. */
export const anyHistory: fc.Arbitrary<History> = stored(
  fc.record({
    networks: fc.tuple(anyNetwork(HOME), anyNetwork(MOBILE)),
    rounds: rows(anyRound(), ({ network, at }) => `${network} ${at}`),
    raw: rows(anyRaw(), ({ network, at }) => `${network} ${at}`),
    days: rows(anyDay(), ({ network, day }) => `${network} ${day}`),
    spells: rows(anySpell(), ({ network, kind, subject, from }) => `${network} ${kind} ${subject} ${from}`),
    words: rows(anyWord(), ({ at, service }) => `${at} ${service}`),
    calls: rows(anyCall(), ({ at, service }) => `${at} ${service}`),
  }),
);
