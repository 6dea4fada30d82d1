import { describe, expect, test } from 'vitest';
import type { CallState, MessageState, NetworkState } from '../vocabulary.ts';
import {
  CALL_RULES,
  type CallRule,
  decide,
  MESSAGE_RULES,
  type MessageRule,
  NETWORK_RULES,
  type NetworkFacts,
  type NetworkRule,
  RULE_IDS,
  type ServiceFacts,
  type Tally,
} from './rules.ts';
import * as facts from './testing-facts.ts';
import {
  ABSENT,
  ANSWERS,
  BLOCKED,
  called,
  FAILS,
  GONE,
  LIFELESS,
  networkOf,
  RECOVERS,
  REFUSES,
  serviceFacts,
  tallyOf,
  UNEARNED,
  UNHEARD,
} from './testing-facts.ts';

type Case<Rule, State, Facts> = readonly [
  rule: Rule,
  state: State,
  when: string,
  facts: Partial<Facts>,
  network?: NetworkFacts,
];
/** A service whose relays are all over TCP or TLS. */
const TCP_RELAYS = { carrier: 'tcp' } as const;
const SLOW = { ...ANSWERS, slow: true };

const CALLS: readonly Case<CallRule, CallState, ServiceFacts>[] = [
  ['calls.retired', 'retired', 'the service is gone', { retired: true, asked: false }],
  ['calls.no-round', 'insufficient', 'it was not asked', { asked: false, signalling: UNHEARD, media: UNHEARD }],
  ['calls.offline', 'insufficient', 'there is no internet', { signalling: BLOCKED, media: BLOCKED }, facts.OFFLINE],
  ['calls.offline', 'insufficient', 'nothing answers', { media: FAILS }, networkOf({ nothingAnswers: true })],
  ['calls.sign-in', 'insufficient', 'a portal is before it', { signalling: BLOCKED, media: BLOCKED }, facts.PORTAL],
  [
    'calls.down-related',
    'down',
    'its maker reports an outage',
    { outage: true, outageIsRelated: true, signalling: BLOCKED },
  ],
  ['calls.down', 'down', 'its feed reports an outage', { outage: true, signalling: BLOCKED, media: BLOCKED }],
  ['calls.unreachable', 'unreachable', 'its signalling is blocked', { signalling: BLOCKED, media: ANSWERS }],
  [
    'calls.unreachable',
    'unreachable',
    'so is that of an app that browsers cannot test',
    { signalling: BLOCKED, testable: false },
  ],
  ['calls.signalling-confirming', 'suspected', 'its signalling fails', { signalling: FAILS }],
  ['calls.signalling-unknown', 'insufficient', 'TCP controls are silent', { signalling: BLOCKED }, facts.TCP_SILENT],
  ['calls.signalling-unknown', 'insufficient', 'TCP is lossy', { signalling: FAILS }, facts.TCP_LOSSY],
  ['calls.signalling-unknown', 'insufficient', 'its signalling has no vote', { signalling: UNEARNED }],
  ['calls.signalling-unknown', 'insufficient', 'its signalling was not heard', { signalling: UNHEARD }],
  ['calls.signalling-unknown', 'insufficient', 'its signalling is just back', { signalling: RECOVERS }],
  ['calls.own-silent', 'insufficient', 'a server of one’s own may be off', { signalling: LIFELESS }],
  ['calls.own-silent', 'insufficient', 'though its relay answers', { signalling: LIFELESS, media: ANSWERS }],
  ['calls.own-silent', 'insufficient', 'and it has no relay', { signalling: LIFELESS, testable: false }],
  ['calls.signalling-unknown', 'insufficient', 'nothing answers TCP', { signalling: LIFELESS }, facts.TCP_SILENT],
  ['calls.untestable', 'untestable', 'no browser can ask its relays', { testable: false, media: UNHEARD }],
  [
    'calls.nothing-testable',
    'insufficient',
    'nor its signalling',
    { testable: false, signalling: REFUSES, media: UNHEARD },
  ],
  ['calls.browser-restricted', 'insufficient', 'WebRTC is off', { media: UNHEARD }, facts.NO_WEBRTC],
  ['calls.recovering', 'insufficient', 'its relay is just back', { media: RECOVERS }],
  ['calls.recovering', 'insufficient', 'though slowly', { media: { ...RECOVERS, slow: true } }],
  ['calls.signalling-untestable', 'insufficient', 'its relay answers, its signalling refuses', { signalling: REFUSES }],
  ['calls.relay-lossy', 'impaired', 'its relay answers late', { media: SLOW }],
  ['calls.relay-lossy', 'impaired', 'though a call worked', { media: SLOW, ...called('works') }],
  ['calls.media-cut-once', 'impaired', 'a call was cut', called('cut', 1)],
  ['calls.media-cut', 'likely-blocked', 'so was the next', called('cut', 2)],
  ['calls.media-cut-once', 'impaired', 'on a lossy line two are no more', called('cut', 2), facts.UDP_LOSSY],
  ['calls.media-cut-once', 'impaired', 'nor beside silent controls', called('cut', 3), facts.UDP_SILENT],
  ['calls.call-tcp-only', 'impaired', 'a call worked over TCP only', called('tcp-only')],
  [
    'calls.call-tcp-only',
    'impaired',
    'and UDP to it fails, as it did in the call',
    { media: FAILS, relayOverTcp: true, ...called('tcp-only') },
  ],
  ['calls.call-poor', 'impaired', 'a call was poor', called('poor')],
  ['calls.call-works', 'clear', 'a call worked', called('works')],
  ['calls.call-works', 'clear', 'there is a relay and nothing else', { signalling: ABSENT, ...called('works') }],
  ['calls.own-relay-answered', 'clear', 'a relay and nothing else', { own: true, signalling: ABSENT }],
  ['calls.relay-answered', 'clear', 'the relay refused the call', called('refused')],
  [
    'calls.recovering',
    'insufficient',
    'a call was cut, and its relay is just back',
    { media: RECOVERS, ...called('cut', 2) },
  ],
  [
    'calls.relay-silent-confirming',
    'suspected',
    'a call worked, and now it is silent',
    { media: FAILS, ...called('works') },
  ],
  ['calls.unearned', 'insufficient', 'a call was cut, and now it is silent', { media: UNEARNED, ...called('cut', 2) }],
  ['calls.down-everywhere', 'down', 'it answers nowhere', { signalling: FAILS, silentEverywhere: true }],
  ['calls.gone', 'insufficient', 'its relays have answered nowhere for months', { media: GONE }],
  ['calls.gone', 'insufficient', 'nor has anything of it', { signalling: GONE, media: GONE }],
  [
    'calls.gone',
    'insufficient',
    'its servers have not, and no browser can ask a relay',
    { signalling: GONE, testable: false },
  ],
  ['calls.unreachable', 'unreachable', 'and its servers are blocked', { signalling: BLOCKED, media: GONE }],
  ['calls.relay-answered', 'clear', 'its relay answers', {}],
  [
    'calls.relay-answered',
    'clear',
    'though the controls do not',
    {},
    networkOf({ controls: { udp: false, tcp: false } }),
  ],
  ['calls.relay-answered', 'clear', 'though the line is lossy', {}, facts.UDP_LOSSY],
  ['calls.tcp-only', 'impaired', 'no UDP passes here', { media: FAILS, relayOverTcp: true }, facts.NO_UDP],
  ['calls.tcp-only', 'impaired', 'its UDP alone is blocked', { media: BLOCKED, relayOverTcp: true }],
  ['calls.tcp-only-unearned', 'insufficient', 'its UDP has no vote', { media: UNEARNED, relayOverTcp: true }],
  ['calls.tcp-only-confirming', 'insufficient', 'its UDP fails', { media: FAILS, relayOverTcp: true }],
  [
    'calls.tcp-only-confirming',
    'insufficient',
    'all UDP fails',
    { media: FAILS, relayOverTcp: true },
    facts.NO_UDP_YET,
  ],
  [
    'calls.controls-silent',
    'insufficient',
    'no UDP passes, and it has no relay over TCP',
    { media: FAILS },
    facts.NO_UDP,
  ],
  ['calls.controls-silent', 'insufficient', 'UDP controls are silent', { media: BLOCKED }, facts.UDP_SILENT],
  [
    'calls.controls-silent',
    'insufficient',
    'TCP controls are, and its relays are over TCP',
    { ...TCP_RELAYS, media: BLOCKED },
    facts.TCP_SILENT,
  ],
  ['calls.lossy', 'insufficient', 'UDP is lossy', { media: BLOCKED }, facts.UDP_LOSSY],
  [
    'calls.lossy',
    'insufficient',
    'TCP is, and its relays are over TCP',
    { ...TCP_RELAYS, media: BLOCKED },
    facts.TCP_LOSSY,
  ],
  ['calls.own-relay-silent', 'insufficient', 'a relay of one’s own may be off', { media: LIFELESS }],
  ['calls.own-relay-silent', 'insufficient', 'and there is nothing else', { signalling: ABSENT, media: LIFELESS }],
  ['calls.controls-silent', 'insufficient', 'nothing answers UDP', { media: LIFELESS }, facts.UDP_SILENT],
  [
    'calls.tcp-only',
    'impaired',
    'no UDP passes here for anybody',
    { media: LIFELESS, relayOverTcp: true },
    facts.NO_UDP,
  ],
  ['calls.relay-silent', 'likely-blocked', 'its relays are silent and the controls fine', { media: BLOCKED }],
  [
    'calls.relay-silent',
    'likely-blocked',
    'and its signalling refuses browsers',
    { media: BLOCKED, signalling: REFUSES },
  ],
  [
    'calls.relay-silent',
    'likely-blocked',
    'its relays are all over TCP, and no UDP passes',
    { ...TCP_RELAYS, media: BLOCKED },
    facts.NO_UDP,
  ],
  ['calls.relay-silent-confirming', 'suspected', 'they have been so once', { media: FAILS }],
  ['calls.unearned', 'insufficient', 'its relays have no vote', { media: UNEARNED }],
  ['calls.unheard', 'insufficient', 'its relays were not heard, blocked before', { media: UNHEARD }],
];

const MESSAGES: readonly Case<MessageRule, MessageState, ServiceFacts>[] = [
  ['messages.retired', 'insufficient', 'the service is gone', { retired: true }],
  ['messages.no-round', 'insufficient', 'it was not asked', { asked: false, signalling: UNHEARD }],
  ['messages.recovering', 'insufficient', 'they are just back', { signalling: RECOVERS }],
  ['messages.answered', 'reachable', 'it answers', {}],
  ['messages.answered', 'reachable', 'though no control does', {}, facts.TCP_SILENT],
  ['messages.answered', 'reachable', 'though its feed reports an outage', { outage: true }],
  ['messages.offline', 'insufficient', 'there is no internet', { signalling: BLOCKED }, facts.OFFLINE],
  ['messages.sign-in', 'insufficient', 'a portal is before it', { signalling: BLOCKED }, facts.PORTAL],
  ['messages.controls-silent', 'insufficient', 'the controls are silent', { signalling: BLOCKED }, facts.TCP_SILENT],
  ['messages.lossy', 'insufficient', 'the line is lossy', { signalling: BLOCKED }, facts.TCP_LOSSY],
  [
    'messages.down-related',
    'down',
    'its maker reports an outage',
    { signalling: BLOCKED, outage: true, outageIsRelated: true },
  ],
  ['messages.down', 'down', 'its feed reports an outage', { signalling: BLOCKED, outage: true }],
  ['messages.absent', 'insufficient', 'there is a relay and nothing else', { signalling: ABSENT }],
  ['messages.down-everywhere', 'down', 'it answers nowhere', { signalling: FAILS, silentEverywhere: true }],
  ['messages.down-everywhere', 'down', 'nor ever did', { signalling: UNEARNED, silentEverywhere: true }],
  ['messages.gone', 'insufficient', 'it has answered nowhere for months', { signalling: GONE }],
  ['messages.own-silent', 'insufficient', 'a server of one’s own may be off', { signalling: LIFELESS }],
  ['messages.controls-silent', 'insufficient', 'nothing answers TCP', { signalling: LIFELESS }, facts.TCP_SILENT],
  ['messages.lossy', 'insufficient', 'the line loses much', { signalling: LIFELESS }, facts.TCP_LOSSY],
  ['messages.silent', 'likely-blocked', 'it is silent and the controls fine', { signalling: BLOCKED }],
  ['messages.silent-confirming', 'suspected', 'it has been so once', { signalling: FAILS }],
  ['messages.untestable', 'insufficient', 'it refuses browsers', { signalling: REFUSES }],
  ['messages.unearned', 'insufficient', 'it has no vote', { signalling: UNEARNED }],
  ['messages.unheard', 'insufficient', 'it was not heard, blocked before', { signalling: UNHEARD }],
];

const NETWORK: readonly Case<NetworkRule, NetworkState, Tally>[] = [
  ['network.no-round', 'insufficient', 'nothing was asked', {}, networkOf({ asked: false })],
  ['network.offline', 'offline', 'nothing answers', { blocked: 3 }, facts.OFFLINE],
  ['network.sign-in', 'sign-in-needed', 'a portal stands before it', {}, facts.PORTAL],
  ['network.browser-restricted', 'browser-restricted', 'WebRTC is off', { undecided: 3 }, facts.NO_WEBRTC],
  ['network.udp-blocked', 'udp-blocked', 'no UDP passes', { impaired: 1, blocked: 1 }, facts.NO_UDP],
  ['network.udp-confirming', 'insufficient', 'no UDP passed once', { undecided: 3 }, facts.NO_UDP_YET],
  ['network.all-blocked', 'calls-blocked', 'every service is blocked', { blocked: 2 }],
  ['network.some-blocked', 'some-blocked', 'one is, and that is all that is known', { blocked: 1 }],
  ['network.some-blocked', 'some-blocked', 'some are', { blocked: 2, clear: 1 }],
  ['network.some-blocked', 'some-blocked', 'some are, others poor', { blocked: 2, impaired: 1 }],
  ['network.some-blocked', 'some-blocked', 'some are, others suspected', { blocked: 2, suspected: 1 }],
  ['network.controls-silent', 'insufficient', 'UDP controls are silent', { clear: 1, suspected: 1 }, facts.UDP_SILENT],
  ['network.controls-silent', 'insufficient', 'TCP controls are silent', { clear: 1 }, facts.TCP_SILENT],
  ['network.lossy', 'insufficient', 'UDP is lossy', { clear: 1 }, facts.UDP_LOSSY],
  ['network.lossy', 'insufficient', 'TCP is lossy', { clear: 1 }, facts.TCP_LOSSY],
  ['network.confirming', 'insufficient', 'a service is suspected', { clear: 3, impaired: 1, suspected: 1 }],
  ['network.impaired', 'impaired', 'a service is poor', { clear: 3, impaired: 1 }],
  ['network.clear', 'clear', 'services are clear and none is unknown', { clear: 1 }],
  ['network.partly-known', 'insufficient', 'a service is unknown', { clear: 3, undecided: 1 }],
  ['network.partly-known', 'insufficient', 'nothing is known', {}],
];

test.for(CALLS)('%s, %s: %s', ([rule, state, , change, network = networkOf()]) => {
  expect(decide(CALL_RULES, serviceFacts(change), network)).toEqual({ rule, state });
});

test.for(MESSAGES)('%s, %s: %s', ([rule, state, , change, network = networkOf()]) => {
  expect(decide(MESSAGE_RULES, serviceFacts(change), network)).toEqual({ rule, state });
});

test.for(NETWORK)('%s, %s: %s', ([rule, state, , change, network = networkOf()]) => {
  expect(decide(NETWORK_RULES, tallyOf(change), network)).toEqual({ rule, state });
});

describe('the tables', () => {
  test('have a case here for every row', () => {
    const told = new Set<string>([...CALLS, ...MESSAGES, ...NETWORK].map(([rule]) => rule));
    expect(RULE_IDS.filter((id) => !told.has(id))).toEqual([]);
  });

  test('name no rule twice', () => {
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
    expect(RULE_IDS.length).toBe(CALL_RULES.length + MESSAGE_RULES.length + NETWORK_RULES.length);
  });

  test('each end in a row that always matches, and that is no accusation', () => {
    for (const table of [CALL_RULES, MESSAGE_RULES, NETWORK_RULES]) {
      const [id, state, when] = table.at(-1) ?? [];
      expect([id, state]).toEqual([id, 'insufficient']);
      expect((when as (...nothing: never[]) => boolean)()).toBe(true);
    }
  });

  test('that lack such a row are found out', () => {
    expect(() => decide([], {}, networkOf())).toThrow('must end in a row');
  });
});
