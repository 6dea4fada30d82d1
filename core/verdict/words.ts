import type { CallState, MessageState } from '../vocabulary.ts';
import type { ServiceAssessment, Snapshot } from './snapshot.ts';

/** Questions that others put to an assessment. */

const FAILING: readonly (CallState | MessageState)[] = ['likely-blocked', 'suspected', 'unreachable', 'down'];

/** It fails here, decided or not: the moment to ask whether it fails everywhere. */
export const isFailing = ({ calls, messages }: ServiceAssessment): boolean =>
  FAILING.includes(calls.state) || FAILING.includes(messages.state);

/** Something can be said of its calls or messages. */
export const isWord = ({ calls, messages }: ServiceAssessment): boolean =>
  !['insufficient', 'retired'].includes(calls.state) || messages.state !== 'insufficient';

/** Another round would decide what this one left open. */
export function needsConfirming({ network, services }: Pick<Snapshot, 'network' | 'services'>): boolean {
  const open = (rule: string) => rule.endsWith('-confirming') || rule.endsWith('.recovering');
  return open(network.rule) || services.some(({ calls, messages }) => open(calls.rule) || open(messages.rule));
}

/** States that say that something fails, and so may say how. */
export const accuses = (state: string): boolean =>
  state === 'likely-blocked' || state === 'suspected' || state === 'unreachable' || state === 'impaired';
