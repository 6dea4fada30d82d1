import { lookOf } from '../core/catalogue/looks.ts';
import type { ServiceAssessment } from '../core/verdict/snapshot.ts';
import { nameOf } from './names.ts';
import { t } from './text.ts';
import { callsKey, messagesKey } from './wording.ts';

/** The short label of a service's calls. */
export function callsLabel({ id, calls: { state, rule } }: Pick<ServiceAssessment, 'id' | 'calls'>): string {
  // "Not enough evidence yet" would promise what more rounds can't bring.
  if (rule === 'calls.signalling-untestable') return t('calls.relay_only');
  if (rule === 'calls.nothing-testable') return t('calls.not_testable');
  if (state !== 'retired') return t(callsKey(state));
  const successor = successorOf(id);
  return successor === undefined ? t('calls.retired_alone') : t('calls.retired', successor);
}

/** Name of the service to use instead of one that no longer exists. */
export function successorOf(id: string): string | undefined {
  const successor = lookOf(id)?.successor;
  return successor === undefined ? undefined : nameOf(successor);
}

export const messagesLabel = ({ messages }: Pick<ServiceAssessment, 'messages'>): string =>
  t(messages.rule === 'messages.untestable' ? 'messages.not_testable' : messagesKey(messages.state));
