import type { Control } from '../catalogue/runtime.ts';
import type { Observation } from '../evidence/observation.ts';

/**
 * Which network this is: the fingerprint of the public network that most STUN controls saw. IPv4 is preferred, because a network with
 * both families would otherwise change its name with whichever server answers first. Null when no control told.
 */
export function networkKey(observations: Iterable<Observation>, controls: readonly Control[]): string | null {
  const urls = new Set(controls.filter(({ kind }) => kind === 'stun').map(({ url }) => url));
  const counts: Record<4 | 6, Map<string, number>> = { 4: new Map(), 6: new Map() };
  for (const { url, seenFrom } of observations) {
    if (seenFrom === undefined || !urls.has(url)) continue;
    const family = counts[seenFrom.family];
    family.set(seenFrom.fingerprint, (family.get(seenFrom.fingerprint) ?? 0) + 1);
  }
  for (const family of [counts[4], counts[6]]) {
    // Ties go to the smaller fingerprint: the same answers must always give the same name.
    const [most] = [...family].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    if (most) return most[0];
  }
  return null;
}
