import type { RuleId } from '../core/verdict/rules.ts';
import type { Judgement } from '../core/verdict/snapshot.ts';
import type { CallState, MessageState, NetworkState } from '../core/vocabulary.ts';

/** A picture for every state, told apart by its shape first and by its colour second. */

export type SignName =
  | 'ok'
  | 'blocked'
  | 'some'
  | 'confirming'
  | 'poor'
  | 'unreachable'
  | 'outage'
  | 'unknown'
  | 'untestable'
  | 'retired'
  | 'checking'
  | 'waiting'
  | 'sign-in'
  | 'offline'
  | 'restricted';

export type Tone = 'good' | 'bad' | 'caution' | 'neutral';

export const TONES: Record<SignName, Tone> = {
  ok: 'good',
  blocked: 'bad',
  some: 'bad',
  confirming: 'caution',
  poor: 'caution',
  unreachable: 'bad',
  outage: 'caution',
  unknown: 'neutral',
  untestable: 'neutral',
  retired: 'neutral',
  checking: 'neutral',
  waiting: 'neutral',
  'sign-in': 'caution',
  offline: 'neutral',
  restricted: 'caution',
};

const CALL_SIGNS: Record<CallState, SignName> = {
  clear: 'ok',
  impaired: 'poor',
  'likely-blocked': 'blocked',
  suspected: 'confirming',
  unreachable: 'unreachable',
  down: 'outage',
  insufficient: 'unknown',
  untestable: 'untestable',
  retired: 'retired',
};

const MESSAGE_SIGNS: Record<MessageState, SignName> = {
  reachable: 'ok',
  'likely-blocked': 'unreachable',
  suspected: 'confirming',
  down: 'outage',
  insufficient: 'unknown',
};

/** Rules of evidence that no further round can bring. */
const UNTESTABLE: readonly RuleId[] = ['calls.signalling-untestable', 'calls.nothing-testable', 'messages.untestable'];

export const callSign = ({ state, rule }: Pick<Judgement<CallState>, 'state' | 'rule'>): SignName =>
  UNTESTABLE.includes(rule) ? 'untestable' : CALL_SIGNS[state];

export const messageSign = ({ state, rule }: Pick<Judgement<MessageState>, 'state' | 'rule'>): SignName =>
  UNTESTABLE.includes(rule) ? 'untestable' : MESSAGE_SIGNS[state];

export const NETWORK_SIGNS: Record<NetworkState, SignName> = {
  clear: 'ok',
  'some-blocked': 'some',
  'calls-blocked': 'blocked',
  'udp-blocked': 'unreachable',
  impaired: 'poor',
  'sign-in-needed': 'sign-in',
  offline: 'offline',
  'browser-restricted': 'restricted',
  insufficient: 'unknown',
};
