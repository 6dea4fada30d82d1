import type { CallState, MessageState, NetworkState } from '../../core/vocabulary.ts';
import type { Tone } from '../signs.ts';
import type { TextKey } from '../wording.ts';

/** How cells are drawn: told apart by height and pattern first, and by colour second, so that print and every eye can follow. */

export const LOOKS = [
  'ok',
  'blocked',
  'unreachable',
  'some',
  'mixed',
  'confirming',
  'poor',
  'outage',
  'unknown',
  'untestable',
  'off',
  'gap',
] as const;
export type Look = (typeof LOOKS)[number];

export const LOOK_TEXTS = {
  ok: 'timeline.signs.ok',
  blocked: 'timeline.signs.blocked',
  unreachable: 'timeline.signs.unreachable',
  some: 'timeline.signs.some',
  mixed: 'timeline.signs.mixed',
  confirming: 'timeline.signs.confirming',
  poor: 'timeline.signs.poor',
  outage: 'timeline.signs.outage',
  unknown: 'timeline.signs.unknown',
  untestable: 'timeline.signs.untestable',
  off: 'timeline.signs.off',
  gap: 'timeline.signs.gap',
} as const satisfies Record<Look, TextKey>;

export const LOOK_TONES: Record<Look, Tone> = {
  ok: 'good',
  blocked: 'bad',
  unreachable: 'bad',
  some: 'bad',
  mixed: 'bad',
  confirming: 'caution',
  poor: 'caution',
  outage: 'caution',
  unknown: 'neutral',
  untestable: 'neutral',
  off: 'neutral',
  gap: 'neutral',
};

export type AnyState = CallState | MessageState | NetworkState;

const STATE_LOOKS: Record<AnyState, Look> = {
  clear: 'ok',
  reachable: 'ok',
  'likely-blocked': 'blocked',
  'calls-blocked': 'blocked',
  unreachable: 'unreachable',
  'udp-blocked': 'unreachable',
  'some-blocked': 'some',
  suspected: 'confirming',
  impaired: 'poor',
  down: 'outage',
  insufficient: 'unknown',
  untestable: 'untestable',
  retired: 'untestable',
  offline: 'off',
  'sign-in-needed': 'off',
  'browser-restricted': 'off',
};

export const lookOf = (state: AnyState | 'mixed' | null): Look =>
  state === null ? 'gap' : state === 'mixed' ? 'mixed' : STATE_LOOKS[state];
