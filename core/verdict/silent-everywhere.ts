import { isSilentLately } from '../catalogue/health.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import { earnedAt, type Memory } from '../evidence/memory.ts';
import { dayOf } from './vote.ts';

/** From how many places a service could not be reached, and on which day: an ISO day, UTC. */
export interface SilentEverywhere {
  readonly places: number;
  readonly date: string;
}

/**
 * The health record says that a service is out: all of its servers were asked lately from several places, and none answered. Null where it
 * says no such thing, or where one of them has answered this installation since.
 */
export function silentEverywhere(servers: readonly Endpoint[], at: number, memory: Memory): SilentEverywhere | null {
  const silent = servers.flatMap(({ url, health }) => {
    const hasAnswered = dayOf(earnedAt(memory, url, at) ?? 0) > (health?.silentSince ?? '');
    return health && isSilentLately(health, at) && !hasAnswered ? [health] : [];
  });
  const [least] = silent.sort((a, b) => a.places - b.places);
  return least && silent.length === servers.length ? { places: least.places, date: least.asked } : null;
}
