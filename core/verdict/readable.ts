import { CALL_STATES, MESSAGE_STATES, NETWORK_STATES } from '../vocabulary.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The stored snapshot for those who only show it or go on from it: a record of another version, or one whose states have no words, is
 * none. Background and popup have no room for more; whoever keeps or exports it reads it through `stored.ts`.
 */
export function readableSnapshot(stored: unknown): Snapshot | null {
  const value = stored as Snapshot | null | undefined;
  return value?.schemaVersion === 1 &&
    Number.isFinite(value.takenAt) &&
    NETWORK_STATES.includes(value.network?.state) &&
    Array.isArray(value.services) &&
    value.services.every(
      (service) => CALL_STATES.includes(service?.calls?.state) && MESSAGE_STATES.includes(service.messages?.state),
    )
    ? value
    : null;
}
