import type { Judgement } from '../core/verdict/snapshot.ts';
import type { CallState, NetworkState } from '../core/vocabulary.ts';
import type { TextKey } from './wording.ts';
import type { WorksNow } from './works-now.ts';

/** "OK, now what?": from a verdict to things that a person can do, the most useful first. What works now is told beside the verdict. */

export type AdviceKey = Extract<TextKey, `advice.${string}`>;

const BLOCKED = ['advice.other_network', 'advice.self_hosted', 'advice.ask_operator'] as const;

const NETWORK: Record<NetworkState, readonly AdviceKey[]> = {
  clear: ['advice.nothing'],
  'some-blocked': BLOCKED,
  'calls-blocked': BLOCKED,
  'udp-blocked': ['advice.other_network', 'advice.relay_tls', 'advice.ask_admin'],
  impaired: ['advice.no_video', 'advice.better_line', 'advice.other_network'],
  'sign-in-needed': ['advice.sign_in'],
  offline: ['advice.reconnect'],
  'browser-restricted': ['advice.webrtc_on'],
  insufficient: ['advice.check_again', 'advice.other_network'],
};

/** Rules that know better than their state. */
const NETWORK_BY_RULE: Partial<Record<Judgement<NetworkState>['rule'], readonly AdviceKey[]>> = {
  'network.no-round': [],
  'network.confirming': ['advice.wait_confirm'],
  'network.udp-confirming': ['advice.wait_confirm'],
  'network.lossy': ['advice.better_line', 'advice.check_again'],
  'network.partly-known': ['advice.check_elsewhere', 'advice.try_a_call'],
};

type Verdict<State> = { readonly state: State; readonly rule: Judgement<string>['rule'] };

/** @param isConfirming more rounds follow by themselves */
export function networkAdvice({ state, rule }: Verdict<NetworkState>, isConfirming: boolean): readonly AdviceKey[] {
  return orAsk(NETWORK_BY_RULE[rule] ?? NETWORK[state], isConfirming);
}

/** Waiting is advice only while something is coming. */
const orAsk = (advice: readonly AdviceKey[], isConfirming: boolean): readonly AdviceKey[] =>
  isConfirming ? advice : advice.map((key) => (key === 'advice.wait_confirm' ? 'advice.check_again' : key));

const CALLS: Record<CallState, readonly AdviceKey[]> = {
  clear: ['advice.nothing'],
  impaired: ['advice.no_video', 'advice.other_network'],
  'likely-blocked': ['advice.other_network', 'advice.ask_operator'],
  suspected: ['advice.wait_confirm'],
  unreachable: ['advice.other_network', 'advice.ask_operator'],
  down: ['advice.wait_outage'],
  insufficient: ['advice.check_again'],
  untestable: ['advice.try_a_call'],
  retired: ['advice.use_successor'],
};

const CALLS_BY_RULE: Partial<Record<Judgement<CallState>['rule'], readonly AdviceKey[]>> = {
  'calls.no-round': [],
  'calls.offline': ['advice.reconnect'],
  'calls.sign-in': ['advice.sign_in'],
  'calls.browser-restricted': ['advice.webrtc_on'],
  'calls.recovering': ['advice.wait_confirm'],
  'calls.tcp-only-confirming': ['advice.wait_confirm'],
  'calls.lossy': ['advice.better_line', 'advice.check_again'],
  'calls.own-silent': ['advice.other_network', 'advice.check_again'],
  'calls.own-relay-silent': ['advice.other_network', 'advice.check_again'],
  // Where its calls go now is not known; more rounds won't tell.
  'calls.gone': ['advice.try_a_call'],
  'calls.unearned': ['advice.try_a_call', 'advice.check_elsewhere'],
  'calls.signalling-unknown': ['advice.try_a_call', 'advice.check_elsewhere'],
};

/**
 * @param works other services to turn to, where this one fails
 * @param isConfirming more rounds follow by themselves
 */
export function serviceAdvice(
  { state, rule }: Verdict<CallState>,
  works: WorksNow | null,
  isConfirming: boolean,
): readonly AdviceKey[] {
  const advice = orAsk(CALLS_BY_RULE[rule] ?? CALLS[state], isConfirming);
  if (!works || !FAILING.includes(state)) return advice;
  return [works.kind === 'calls' ? 'advice.try_working' : 'advice.try_messages', ...advice];
}

const FAILING: readonly CallState[] = ['likely-blocked', 'unreachable', 'impaired', 'down'];
