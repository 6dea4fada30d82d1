import type { CallConclusion, CallSummary } from '../call/call.ts';
import type { Standing } from '../evidence/sequential.ts';
import type { CallState, MessageState, NetworkState } from '../vocabulary.ts';

/**
 * The rules: three ordered tables, first match wins. Each row has an id, the state it gives, and the condition. The id is stored with
 * the verdict, and has a sentence in `locales/` under `rule`, with `.` and `-` written as `_`.
 */

/** What is known of the network when services are judged. */
export interface NetworkFacts {
  /** Something has been asked at all. */
  readonly asked: boolean;
  readonly online: boolean;
  /** No control and no target answered, over anything. */
  readonly nothingAnswers: boolean;
  /** Plain HTTP answered, or was redirected, while nothing secure and no UDP did: a portal stands before the internet. */
  readonly portal: boolean;
  /** The browser could not ask any STUN server at all. */
  readonly webRtcOff: boolean;
  /** Enough operators' controls answered to judge targets by, per carrier. */
  readonly controls: { readonly udp: boolean; readonly tcp: boolean };
  /** Controls fail so often that nothing can be concluded, per carrier. */
  readonly lossy: { readonly udp: boolean; readonly tcp: boolean };
  /** The sequential test of "UDP passes here at all". */
  readonly udp: Standing;
  /** The fastest STUN control, ms; null when none answered. */
  readonly roundTripMs: number | null;
  /** Every control that was asked answered at once: no packet was lost, as far as anybody can tell. */
  readonly calm: boolean;
  /** The STUN controls answered close together: the line lost nothing in this round. */
  readonly steady: boolean;
}

/** What is known of one service, after this round's step of its sequential tests. */
export interface ServiceFacts {
  readonly retired: boolean;
  readonly asked: boolean;
  /** Its own status feed reports an outage, and it failed here. */
  readonly outage: boolean;
  /** By the health record none of its servers answers anywhere, and none of its endpoints answered here. */
  readonly silentEverywhere: boolean;
  /** What would report it speaks of interfaces for businesses, not of the service. */
  readonly outageIsRelated: boolean;
  /** A browser can ask at least one of its relays. */
  readonly testable: boolean;
  /** What its call path is judged by: UDP where it has relays over UDP. */
  readonly carrier: 'udp' | 'tcp';
  readonly signalling: RoleFacts;
  readonly media: RoleFacts;
  /** A relay answered over TCP or TLS in this round. */
  readonly relayOverTcp: boolean;
  /** A server of the person's own: no app speaks a dialect with it. */
  readonly own?: boolean;
  /** The last test call through it that counts; of the person's own servers only. */
  readonly call?: CallSummary;
}

export interface RoleFacts {
  readonly standing: Standing;
  /**
   * What this round itself showed. `absent`: it has no such servers. `lifeless`: a server of the person's own failed, and nothing shows that
   * it is not just switched off. `gone`: its servers have been silent everywhere for so long that they are no longer asked.
   */
  readonly now: 'answered' | 'failed' | 'lifeless' | 'unearned' | 'refused' | 'absent' | 'gone' | 'nothing';
  /** It answers, but in most of the latest rounds packets were lost, while the controls lost none. */
  readonly slow: boolean;
}

type Row<Id extends string, State extends string, Facts> = readonly [
  id: Id,
  state: State,
  when: (facts: Facts, network: NetworkFacts) => boolean,
];

/** A table whose ids stay literal types; `as const` would keep its conditions from being changed by mutation testing. */
const table =
  <State extends string, Facts>() =>
  <const Rows extends readonly Row<string, State, Facts>[]>(rows: Rows): Rows =>
    rows;

const always = () => true;
const isOffline = (_: unknown, network: NetworkFacts): boolean =>
  !network.online || (network.asked && network.nothingAnswers);

export const MESSAGE_RULES = table<MessageState, ServiceFacts>()([
  ['messages.retired', 'insufficient', (s) => s.retired],
  // An answer is proof, whatever the controls say.
  [
    'messages.recovering',
    'insufficient',
    (s) => s.signalling.now === 'answered' && s.signalling.standing === 'recovering',
  ],
  ['messages.answered', 'reachable', (s) => s.signalling.now === 'answered'],
  ['messages.offline', 'insufficient', isOffline],
  ['messages.no-round', 'insufficient', (s) => !s.asked],
  ['messages.absent', 'insufficient', (s) => s.signalling.now === 'absent'],
  ['messages.gone', 'insufficient', (s) => s.signalling.now === 'gone'],
  ['messages.sign-in', 'insufficient', (_, n) => n.portal],
  ['messages.down-related', 'down', (s) => s.outage && s.outageIsRelated],
  ['messages.down', 'down', (s) => s.outage],
  ['messages.controls-silent', 'insufficient', (_, n) => !n.controls.tcp],
  ['messages.lossy', 'insufficient', (_, n) => n.lossy.tcp],
  ['messages.down-everywhere', 'down', (s) => s.silentEverywhere],
  ['messages.own-silent', 'insufficient', (s) => s.signalling.now === 'lifeless'],
  ['messages.silent', 'likely-blocked', (s) => s.signalling.standing === 'blocked' && s.signalling.now === 'failed'],
  ['messages.silent-confirming', 'suspected', (s) => s.signalling.now === 'failed'],
  // Its servers refuse every browser: nothing was learned, and nothing is suspected.
  ['messages.untestable', 'insufficient', (s) => s.signalling.now === 'refused'],
  ['messages.unheard', 'insufficient', (s) => s.signalling.now === 'nothing'],
  ['messages.unearned', 'insufficient', always],
]);

export const CALL_RULES = table<CallState, ServiceFacts>()([
  ['calls.retired', 'retired', (s) => s.retired],
  ['calls.offline', 'insufficient', isOffline],
  ['calls.no-round', 'insufficient', (s) => !s.asked],
  ['calls.sign-in', 'insufficient', (_, n) => n.portal],
  ['calls.down-related', 'down', (s) => s.outage && s.outageIsRelated],
  ['calls.down', 'down', (s) => s.outage],
  ['calls.down-everywhere', 'down', (s, n) => s.silentEverywhere && judged(n, 'tcp')],
  // Calls need signalling: where that is blocked, so are they.
  [
    'calls.unreachable',
    'unreachable',
    (s, n) => s.signalling.now === 'failed' && s.signalling.standing === 'blocked' && judged(n, 'tcp'),
  ],
  ['calls.signalling-confirming', 'suspected', (s, n) => s.signalling.now === 'failed' && judged(n, 'tcp')],
  ['calls.own-silent', 'insufficient', (s, n) => s.signalling.now === 'lifeless' && judged(n, 'tcp')],
  ['calls.gone', 'insufficient', (s) => s.signalling.now === 'gone' || s.media.now === 'gone'],
  [
    'calls.signalling-unknown',
    'insufficient',
    (s) => !['answered', 'refused', 'absent'].includes(s.signalling.now) || s.signalling.standing === 'recovering',
  ],
  ['calls.untestable', 'untestable', (s) => !s.testable && s.signalling.now === 'answered'],
  ['calls.nothing-testable', 'insufficient', (s) => !s.testable],
  ['calls.browser-restricted', 'insufficient', (_, n) => n.webRtcOff],
  ['calls.recovering', 'insufficient', (s) => s.media.now === 'answered' && s.media.standing === 'recovering'],
  ['calls.signalling-untestable', 'insufficient', (s) => s.media.now === 'answered' && s.signalling.now === 'refused'],
  // The relay lets calls in; whether their sound gets through, only a call shows. One that is cut may be chance.
  ['calls.media-cut', 'likely-blocked', (s, n) => ended(s, 'cut') && (s.call?.cuts ?? 0) >= 2 && judged(n, s.carrier)],
  ['calls.media-cut-once', 'impaired', (s) => ended(s, 'cut')],
  // Where UDP to the relay is shut it answers over TCP alone, and the call has shown that this carries sound.
  [
    'calls.call-tcp-only',
    'impaired',
    (s) => ended(s, 'tcp-only') || (s.relayOverTcp && s.call?.conclusion === 'tcp-only'),
  ],
  ['calls.call-poor', 'impaired', (s) => ended(s, 'poor')],
  ['calls.relay-lossy', 'impaired', (s) => s.media.now === 'answered' && s.media.slow],
  ['calls.call-works', 'clear', (s) => ended(s, 'works')],
  ['calls.own-relay-answered', 'clear', (s) => s.media.now === 'answered' && s.own === true],
  ['calls.relay-answered', 'clear', (s) => s.media.now === 'answered'],
  // From here on no relay answered over UDP. One that answers over TCP carries calls, poorly; whether UDP is shut must be decided first.
  [
    'calls.tcp-only',
    'impaired',
    (s, n) =>
      s.relayOverTcp &&
      (n.udp === 'blocked' || (s.media.standing === 'blocked' && s.media.now === 'failed' && judged(n, 'udp'))),
  ],
  ['calls.tcp-only-unearned', 'insufficient', (s) => s.relayOverTcp && s.media.now === 'unearned'],
  [
    'calls.tcp-only-confirming',
    'insufficient',
    (s, n) => s.relayOverTcp && (n.udp === 'failing' || (s.media.now === 'failed' && judged(n, 'udp'))),
  ],
  ['calls.controls-silent', 'insufficient', (s, n) => !n.controls[s.carrier]],
  ['calls.lossy', 'insufficient', (s, n) => n.lossy[s.carrier]],
  ['calls.own-relay-silent', 'insufficient', (s) => s.media.now === 'lifeless'],
  ['calls.relay-silent', 'likely-blocked', (s) => s.media.now === 'failed' && s.media.standing === 'blocked'],
  ['calls.relay-silent-confirming', 'suspected', (s) => s.media.now === 'failed'],
  ['calls.unheard', 'insufficient', (s) => s.media.now === 'nothing'],
  ['calls.unearned', 'insufficient', always],
]);

/** Its relay answers, and the last test call ended like this. */
const ended = ({ media, call }: ServiceFacts, conclusion: CallConclusion): boolean =>
  media.now === 'answered' && call?.conclusion === conclusion;

/** Targets may be judged on this carrier: enough controls answered, and the line is good enough. */
const judged = (network: NetworkFacts, carrier: 'udp' | 'tcp'): boolean =>
  network.controls[carrier] && !network.lossy[carrier];

/** The services' call states, as the network table counts them. */
export interface Tally {
  readonly clear: number;
  readonly impaired: number;
  /** `likely-blocked` and `unreachable`. */
  readonly blocked: number;
  readonly suspected: number;
  /** Of services whose calls a browser can test: neither good nor bad can be said, though it might have been. */
  readonly undecided: number;
}

export const NETWORK_RULES = table<NetworkState, Tally>()([
  ['network.offline', 'offline', isOffline],
  ['network.no-round', 'insufficient', (_, n) => !n.asked],
  ['network.sign-in', 'sign-in-needed', (_, n) => n.portal],
  ['network.browser-restricted', 'browser-restricted', (_, n) => n.webRtcOff],
  ['network.udp-blocked', 'udp-blocked', (_, n) => n.udp === 'blocked'],
  ['network.udp-confirming', 'insufficient', (_, n) => n.udp === 'failing' && n.controls.tcp],
  // What is proven stays proven while the controls are weak; new accusations do not arise then.
  [
    'network.all-blocked',
    'calls-blocked',
    (t) => t.blocked >= 2 && t.blocked > t.undecided && t.clear + t.impaired + t.suspected === 0,
  ],
  ['network.some-blocked', 'some-blocked', (t) => t.blocked > 0],
  ['network.controls-silent', 'insufficient', (_, n) => !n.controls.tcp || !n.controls.udp],
  ['network.lossy', 'insufficient', (_, n) => n.lossy.tcp || n.lossy.udp],
  ['network.confirming', 'insufficient', (t) => t.suspected > 0],
  ['network.impaired', 'impaired', (t) => t.impaired > 0],
  // Green must not hide a service of which nothing is known.
  ['network.clear', 'clear', (t) => t.clear > 0 && t.undecided === 0],
  ['network.partly-known', 'insufficient', always],
]);

type RowId<Table extends readonly (readonly [string, ...unknown[]])[]> = Table[number][0];
export type CallRule = RowId<typeof CALL_RULES>;
export type MessageRule = RowId<typeof MESSAGE_RULES>;
export type NetworkRule = RowId<typeof NETWORK_RULES>;
export type RuleId = CallRule | MessageRule | NetworkRule;

export const RULE_IDS: readonly RuleId[] = [CALL_RULES, MESSAGE_RULES, NETWORK_RULES].flatMap((table) =>
  table.map(([id]) => id),
);

/** The first row that matches. Every table ends in a row that always does. */
export function decide<Id extends string, State extends string, Facts>(
  table: readonly Row<Id, State, Facts>[],
  facts: Facts,
  network: NetworkFacts,
): { readonly rule: Id; readonly state: State } {
  for (const [rule, state, when] of table) if (when(facts, network)) return { rule, state };
  throw new Error('a rules table must end in a row that always matches');
}
