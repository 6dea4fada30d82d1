import type { CallState, NetworkState } from '../vocabulary.ts';
import type { Snapshot } from './snapshot.ts';
import { MORNING } from './testing.ts';

/** A snapshot that says this of the network and of each service's calls. Used by tests only. */
export function snapshot({
  network = 'insufficient' as NetworkState,
  key = 'home' as string | null,
  calls = {} as Readonly<Record<string, CallState>>,
}): Snapshot {
  const judgement = { rounds: 3, failing: 0, since: MORNING };
  return {
    schemaVersion: 1,
    takenAt: MORNING,
    durationMs: 1_000,
    firstWordMs: 400,
    network: { state: network, rule: 'network.partly-known', ...judgement, key },
    services: Object.entries(calls).map(([id, state]) => ({
      id,
      calls: { state, rule: 'calls.unearned', ...judgement },
      messages: { state: 'reachable', rule: 'messages.answered', ...judgement },
      evidence: [],
    })),
    controls: [],
    controlObservations: [],
    confirming: false,
    explained: false,
  };
}
