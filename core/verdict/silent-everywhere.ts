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
 * says no such thing, where one of them has answered this installation since, or where the block here is older: it was there while others
 * heard the service.
 *
 * @param blockedSince since when it is blocked here, if it is
 */
export function silentEverywhere(
  servers: readonly Endpoint[],
  at: number,
  memory: Memory,
  blockedSince: number | undefined,
): SilentEverywhere | null {
  const silent = servers.flatMap(({ url, health }) => {
    const { silentSince = '', answered = silentSince } = health ?? {};
    const hasAnswered = dayOf(earnedAt(memory, url, at) ?? 0) > silentSince;
    // Places ask once a week or so: it may have fallen silent at any time after the last answer.
    const wasBlocked = blockedSince && dayOf(blockedSince) < answered;
    return health && isSilentLately(health, at) && !hasAnswered && !wasBlocked ? [health] : [];
  });
  const [least] = silent.sort((a, b) => a.places - b.places);
  return least && silent.length === servers.length ? { places: least.places, date: least.asked } : null;
}
