import { hostOf } from '../catalogue/endpoint.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import { DAY_MS } from '../day.ts';
import type { Memory } from '../evidence/memory.ts';
import { isHint, isReached, type Round } from './round.ts';

/**
 * A server of the person's own that is silent can't be told from one that is switched off: there is no status page, and nobody else whom its
 * outage would trouble. It is alive where
 *
 * - the host that is silent was reached at another of its addresses in this round, or
 * - the very address that is silent answered on another network after it had fallen silent here, within a day.
 *
 * @param role the endpoints that are silent
 * @param all those of the same server
 * @param silentSince since when they are, on this network
 */
export function isAlive(
  role: readonly Endpoint[],
  all: readonly Endpoint[],
  { observations, at }: Round,
  { answered: lastAnswered }: Memory,
  silentSince: number,
): boolean {
  const silent = role.filter(({ url }) => isHint(observations.get(url)));
  const hosts = new Set(silent.map(({ url }) => hostOf(url)));
  const isElsewhere = (time = Number.NEGATIVE_INFINITY) => time > silentSince && time <= at && at - time < DAY_MS;
  return (
    all.some(({ url }) => isReached(observations.get(url)) && hosts.has(hostOf(url))) ||
    silent.some(({ url }) => isElsewhere(lastAnswered[url]))
  );
}
