import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_CONCLUSIONS, CALL_TRANSPORTS } from '../call/call.ts';
import {
  CALL_RULES,
  decide,
  MESSAGE_RULES,
  NETWORK_RULES,
  type NetworkFacts,
  type RoleFacts,
  type ServiceFacts,
  type Tally,
} from './rules.ts';

/** What holds of the tables for all facts, possible or not. */

const standing = fc.constantFrom('unknown', 'open', 'recovering', 'failing', 'blocked');
const both = fc.record({ udp: fc.boolean(), tcp: fc.boolean() });
const role: fc.Arbitrary<RoleFacts> = fc.record({
  standing,
  now: fc.constantFrom('answered', 'failed', 'lifeless', 'unearned', 'refused', 'absent', 'gone', 'nothing'),
  slow: fc.boolean(),
});
/** True now and then: facts that end a table early must not hide the rest of it. */
const seldom = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);
const call = fc.record({
  at: fc.constant(0),
  conclusion: fc.constantFrom(...CALL_CONCLUSIONS),
  transport: fc.constantFrom(...CALL_TRANSPORTS),
  mos: fc.constant(null),
  cuts: fc.integer({ min: 0, max: 3 }),
});
const service: fc.Arbitrary<ServiceFacts> = fc
  .tuple(
    fc.option(call, { nil: undefined }),
    fc.record({
      retired: seldom,
      asked: seldom.map((not) => !not),
      outage: seldom,
      silentEverywhere: seldom,
      outageIsRelated: fc.boolean(),
      testable: seldom.map((not) => !not),
      carrier: fc.constantFrom('udp', 'tcp'),
      signalling: role,
      media: role,
      relayOverTcp: fc.boolean(),
    }),
  )
  .map(([call, facts]) => ({ ...facts, ...(call && { call }) }));
const network: fc.Arbitrary<NetworkFacts> = fc.record({
  asked: seldom.map((not) => !not),
  online: seldom.map((not) => !not),
  nothingAnswers: seldom,
  portal: seldom,
  webRtcOff: seldom,
  controls: both,
  lossy: both,
  udp: standing,
  roundTripMs: fc.constant(40),
  calm: fc.boolean(),
  steady: fc.boolean(),
});
const few = fc.integer({ min: 0, max: 3 });
const tally: fc.Arbitrary<Tally> = fc.record({
  clear: few,
  impaired: few,
  blocked: few,
  suspected: few,
  undecided: few,
});

type Verdict = { readonly calls: string; readonly messages: string; readonly rule: string };

function forAll(check: (verdict: Verdict, s: ServiceFacts, n: NetworkFacts) => void): void {
  fc.assert(
    fc.property(service, network, (s, n) => {
      const calls = decide(CALL_RULES, s, n);
      check({ calls: calls.state, rule: calls.rule, messages: decide(MESSAGE_RULES, s, n).state }, s, n);
    }),
    { numRuns: 2_000 },
  );
}
const ACCUSES = ['likely-blocked', 'suspected', 'unreachable'];
const judged = (n: NetworkFacts, carrier: 'udp' | 'tcp') => n.controls[carrier] && !n.lossy[carrier];

describe('of a service', () => {
  test('messages are accused only beside TCP controls that answer well', () => {
    forAll(({ messages }, _, n) => {
      if (ACCUSES.includes(messages)) expect(judged(n, 'tcp')).toBe(true);
    });
  });

  test('calls are accused only beside controls that answer well, of the carrier that the accusation is about', () => {
    forAll(({ calls, rule }, s, n) => {
      if (!ACCUSES.includes(calls)) return;
      expect(judged(n, /^calls\.(relay-silent|media-cut)/.test(rule) ? s.carrier : 'tcp')).toBe(true);
    });
  });

  test('nothing is accused that did not fail in this very round, but where calls through it were cut', () => {
    forAll(({ calls, messages, rule }, s) => {
      if (rule === 'calls.media-cut') return;
      const failed = [s.signalling.now, s.media.now].includes('failed');
      if (ACCUSES.includes(calls)) expect(failed).toBe(true);
      if (ACCUSES.includes(messages)) expect(s.signalling.now).toBe('failed');
    });
  });

  test('calls are clear only where a relay answered in this very round, and signalling, where there is any', () => {
    forAll(({ calls }, s) => {
      if (calls !== 'clear') return;
      expect(s.media.now).toBe('answered');
      expect(['answered', 'absent']).toContain(s.signalling.now);
    });
  });

  test('nothing is decided to be blocked that the sequential test has not decided', () => {
    forAll(({ calls, messages, rule }, s) => {
      if (rule === 'calls.media-cut') expect(s.call).toMatchObject({ conclusion: 'cut' });
      else if (calls === 'likely-blocked') expect(s.media.standing).toBe('blocked');
      if (calls === 'unreachable' || messages === 'likely-blocked') expect(s.signalling.standing).toBe('blocked');
    });
  });

  test('an outage is never a block', () => {
    forAll(({ calls, messages }, s) => {
      if (s.outage) expect(ACCUSES).not.toContain(calls);
      if (s.outage) expect(ACCUSES).not.toContain(messages);
    });
  });

  test('silence without a vote never accuses, nor that of a server that may be off', () => {
    forAll(({ calls, rule }, s) => {
      if (s.signalling.now === 'failed' || s.media.now === 'failed' || rule === 'calls.media-cut') return;
      expect(ACCUSES).not.toContain(calls);
    });
  });

  test('"unreachable" and "messages likely blocked" say the same', () => {
    forAll(({ calls, messages }, s) => {
      if (!s.retired && s.asked) expect(calls === 'unreachable').toBe(messages === 'likely-blocked');
    });
  });

  test('nothing is said offline or before a portal, except what answered', () => {
    forAll(({ calls }, s, n) => {
      if (s.retired || (n.online && !(n.asked && n.nothingAnswers) && !n.portal)) return;
      expect(calls).toBe('insufficient');
    });
  });
});

describe('of the network', () => {
  test('it is clear only where some service is, and none is blocked, suspected, impaired or unknown', () => {
    fc.assert(
      fc.property(tally, network, (t, n) => {
        if (decide(NETWORK_RULES, t, n).state !== 'clear') return;
        expect(t.clear).toBeGreaterThan(0);
        expect(t.blocked + t.suspected + t.impaired + t.undecided).toBe(0);
        expect(judged(n, 'udp') && judged(n, 'tcp')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('calls are blocked only where a service is, and all of them only where none works', () => {
    fc.assert(
      fc.property(tally, network, (t, n) => {
        const { state } = decide(NETWORK_RULES, t, n);
        if (state === 'some-blocked' || state === 'calls-blocked') expect(t.blocked).toBeGreaterThan(0);
        if (state === 'calls-blocked') expect(t.clear + t.impaired).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('UDP is blocked only where the sequential test says so', () => {
    fc.assert(
      fc.property(tally, network, (t, n) => {
        if (decide(NETWORK_RULES, t, n).state === 'udp-blocked') expect(n.udp).toBe('blocked');
      }),
    );
  });
});
