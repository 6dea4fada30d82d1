import { expect, test } from 'vitest';
import {
  CALL_RULES,
  type CallRule,
  decide,
  MESSAGE_RULES,
  type MessageRule,
  NETWORK_RULES,
  type NetworkFacts,
  type NetworkRule,
  type ServiceFacts,
  type Tally,
} from './rules.ts';
import {
  ANSWERS,
  BLOCKED,
  called,
  FAILS,
  GONE,
  LIFELESS,
  NO_UDP,
  NO_UDP_YET,
  NO_WEBRTC,
  networkOf,
  OFFLINE,
  PORTAL,
  RECOVERS,
  REFUSES,
  serviceFacts,
  TCP_LOSSY,
  TCP_SILENT,
  tallyOf,
  UDP_LOSSY,
  UDP_SILENT,
  UNHEARD,
} from './testing-facts.ts';

/** Where two rules fit, the first speaks: which one is first is a statement too. */

type Case<Rule, Facts> = readonly [rule: Rule, not: Rule, facts: Partial<Facts>, network: NetworkFacts];

const OPEN = networkOf();
/** Before a portal the controls are silent as well. */
const PORTAL_ONLY: NetworkFacts = { ...PORTAL, controls: { udp: false, tcp: false }, webRtcOff: true };
const POOR: NetworkFacts = { ...TCP_SILENT, lossy: { udp: true, tcp: true } };
const SLOW = { ...ANSWERS, slow: true };

test.for<Case<CallRule, ServiceFacts>>([
  ['calls.offline', 'calls.no-round', { asked: false }, OFFLINE],
  ['calls.sign-in', 'calls.unreachable', { signalling: BLOCKED }, PORTAL_ONLY],
  ['calls.down', 'calls.signalling-unknown', { outage: true, signalling: BLOCKED }, POOR],
  ['calls.down', 'calls.down-everywhere', { outage: true, silentEverywhere: true, signalling: FAILS }, OPEN],
  ['calls.down-everywhere', 'calls.signalling-confirming', { silentEverywhere: true, signalling: FAILS }, OPEN],
  ['calls.signalling-unknown', 'calls.down-everywhere', { silentEverywhere: true, signalling: FAILS }, TCP_SILENT],
  ['calls.gone', 'calls.browser-restricted', { media: GONE }, NO_WEBRTC],
  ['calls.nothing-testable', 'calls.browser-restricted', { testable: false, signalling: REFUSES }, NO_WEBRTC],
  ['calls.browser-restricted', 'calls.recovering', { media: RECOVERS }, NO_WEBRTC],
  ['calls.recovering', 'calls.signalling-untestable', { media: RECOVERS, signalling: REFUSES }, OPEN],
  ['calls.signalling-untestable', 'calls.relay-lossy', { media: SLOW, signalling: REFUSES }, OPEN],
  ['calls.signalling-untestable', 'calls.media-cut', { signalling: REFUSES, ...called('cut', 2) }, OPEN],
  ['calls.media-cut', 'calls.relay-lossy', { media: SLOW, ...called('cut', 2) }, OPEN],
  ['calls.call-poor', 'calls.relay-lossy', { media: SLOW, ...called('poor') }, OPEN],
  ['calls.relay-lossy', 'calls.call-works', { media: SLOW, ...called('works') }, OPEN],
  ['calls.own-silent', 'calls.own-relay-silent', { signalling: LIFELESS, media: LIFELESS }, OPEN],
  ['calls.relay-answered', 'calls.tcp-only', { relayOverTcp: true }, NO_UDP],
  ['calls.controls-silent', 'calls.lossy', { media: BLOCKED }, { ...UDP_SILENT, ...{ lossy: UDP_LOSSY.lossy } }],
])('%s comes before %s', ([rule, , change, network]) => {
  expect(decide(CALL_RULES, serviceFacts(change), network).rule).toBe(rule);
});

test.for<Case<MessageRule, ServiceFacts>>([
  ['messages.retired', 'messages.no-round', { retired: true, asked: false }, OPEN],
  ['messages.answered', 'messages.offline', {}, networkOf({ online: false })],
  ['messages.offline', 'messages.no-round', { asked: false, signalling: UNHEARD }, OFFLINE],
  ['messages.controls-silent', 'messages.down-everywhere', { silentEverywhere: true, signalling: FAILS }, TCP_SILENT],
  ['messages.lossy', 'messages.down-everywhere', { silentEverywhere: true, signalling: FAILS }, TCP_LOSSY],
  ['messages.down', 'messages.down-everywhere', { outage: true, silentEverywhere: true, signalling: FAILS }, OPEN],
  ['messages.down-everywhere', 'messages.silent-confirming', { silentEverywhere: true, signalling: FAILS }, OPEN],
  ['messages.sign-in', 'messages.controls-silent', { signalling: BLOCKED }, PORTAL_ONLY],
  ['messages.controls-silent', 'messages.lossy', { signalling: BLOCKED }, POOR],
])('%s comes before %s', ([rule, , change, network]) => {
  expect(decide(MESSAGE_RULES, serviceFacts(change), network).rule).toBe(rule);
});

test.for<Case<NetworkRule, Tally>>([
  ['network.offline', 'network.no-round', {}, { ...OFFLINE, asked: false }],
  ['network.no-round', 'network.partly-known', {}, networkOf({ asked: false, nothingAnswers: true })],
  ['network.sign-in', 'network.browser-restricted', {}, PORTAL_ONLY],
  ['network.browser-restricted', 'network.udp-blocked', {}, { ...NO_WEBRTC, udp: 'blocked' }],
  ['network.udp-confirming', 'network.all-blocked', { blocked: 2 }, NO_UDP_YET],
  ['network.some-blocked', 'network.controls-silent', { blocked: 1 }, UDP_SILENT],
  ['network.some-blocked', 'network.lossy', { blocked: 1 }, TCP_LOSSY],
  ['network.controls-silent', 'network.lossy', {}, POOR],
  ['network.lossy', 'network.confirming', { suspected: 1 }, UDP_LOSSY],
])('%s comes before %s', ([rule, , change, network]) => {
  expect(decide(NETWORK_RULES, tallyOf(change), network).rule).toBe(rule);
});
