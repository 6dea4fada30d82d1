import type { Outcome } from '../core/evidence/observation.ts';

/**
 * Why a question was ended before its answer, carried as the reason of its `AbortSignal`.
 * - `silent`: it had all the time that is fair on this line.
 * - `not-needed`: the role has its answer from somebody else.
 * - `cancelled`: the person, a new network or the round's own bound ended the round.
 */
export type Stop = 'silent' | 'not-needed' | 'cancelled';

/** What an unanswered question shows, given why it was ended. */
export function stopped(signal: AbortSignal): { readonly outcome: Outcome; readonly code: string } {
  return signal.reason === 'silent'
    ? { outcome: 'silent', code: 'timeout' }
    : { outcome: 'inconclusive', code: signal.reason === 'not-needed' ? 'not-needed' : 'cancelled' };
}
