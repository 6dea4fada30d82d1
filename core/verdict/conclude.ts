import type { Plans } from '../announce/plans.ts';
import type { Control } from '../catalogue/runtime.ts';
import type { Assessment } from './assess.ts';
import type { Round } from './round.ts';
import type { Snapshot } from './snapshot.ts';
import { isWord, needsConfirming } from './words.ts';

export interface Ending {
  readonly round: Round;
  readonly durationMs: number;
  /** When a running round first said something of a service; null when it said nothing before its end. */
  readonly firstWordMs: number | null;
  readonly explained: boolean;
  /** Most rounds in a row that may follow by themselves; a case that is still open then waits for the next regular check. */
  readonly maxConfirmations: number;
}

/** What a round leaves behind: the snapshot that pages paint, and the plans for the next rounds. */
export function conclude(
  { round, durationMs, firstWordMs, explained, maxConfirmations }: Ending,
  verdict: Omit<Assessment, 'memory'>,
  controls: readonly Control[],
  previous: Snapshot | null,
  plans: Plans,
): { readonly snapshot: Snapshot; readonly plans: Plans } {
  const { network, services } = verdict;
  const last = previous?.network.key ?? null;
  const moved = last !== null && network.key !== null && last !== network.key;
  // On another network one background round is too little to go by.
  const open = maxConfirmations > 0 && (moved || needsConfirming(verdict));
  const confirmations = open ? plans.confirmations + 1 : 0;
  const settled = !moved && network.since < round.at;
  return {
    snapshot: {
      schemaVersion: 1,
      takenAt: round.at,
      durationMs,
      firstWordMs: firstWordMs ?? (services.some(isWord) ? durationMs : null),
      network,
      services,
      controls: verdict.controls,
      controlObservations: controls.flatMap(({ url }) => round.observations.get(url) ?? []),
      confirming: open && confirmations <= maxConfirmations,
      explained,
    },
    plans: {
      ...plans,
      turn: plans.turn + 1,
      confirmations,
      quietRounds: settled ? plans.quietRounds + 1 : 0,
      unfinished: 0,
    },
  };
}
