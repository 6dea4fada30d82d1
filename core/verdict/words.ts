import type { ServiceAssessment, Snapshot } from './snapshot.ts';

/** Questions that others put to an assessment. */

/** An incident that explains anything began within three days (`core/status/reader.ts`), and may have been announced a day late; ms. */
const OUTAGE_MS = 4 * 24 * 3_600_000;

/** A block that was decided so long ago is no outage of now. */
export const isOldBlock = (blockedSince: number | undefined, at: number): boolean =>
  at - (blockedSince ?? at) > OUTAGE_MS;

/** It fails here: the moment to ask whether it fails everywhere. Of an old block nobody is asked. */
export const mayBeOut = ({ calls, messages, blockedSince }: ServiceAssessment, at: number): boolean =>
  !isOldBlock(blockedSince, at) &&
  [calls, messages].some(({ state }) => ['likely-blocked', 'suspected', 'unreachable', 'down'].includes(state));

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
  ['likely-blocked', 'suspected', 'unreachable', 'impaired'].includes(state);
