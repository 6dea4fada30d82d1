import type { Judgement } from '../core/verdict/snapshot.ts';
import type { CallState, NetworkState } from '../core/vocabulary.ts';

type Counted = Pick<Judgement<CallState | NetworkState>, 'state' | 'failing' | 'rounds'>;

/** States that rest on failing rounds, and states that rest on answered ones. All others rest on neither. */
const FAILING = new Set<Counted['state']>([
  'likely-blocked',
  'suspected',
  'unreachable',
  'some-blocked',
  'calls-blocked',
  'udp-blocked',
]);
const ANSWERED = new Set<Counted['state']>(['clear', 'impaired']);

/** How many rounds say what the verdict says; 0 where rounds don't carry it. */
export function agreeingRounds({ state, failing, rounds }: Counted): number {
  if (FAILING.has(state)) return failing;
  return ANSWERED.has(state) ? rounds - failing : 0;
}
