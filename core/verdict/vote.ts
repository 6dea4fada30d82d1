import { hostOf, schemeOf, transportOf } from '../catalogue/endpoint.ts';
import { standingOf, vouchedFor } from '../catalogue/health.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import { earnedAt, type Memory } from '../evidence/memory.ts';
import { answered, type Round } from './round.ts';

/**
 * Why an endpoint's silence counts:
 * - `here`: it answered this installation on `date`.
 * - `document`: a document of its maker's or the service's own source names it, as of `date`.
 * - `record`: by the health record it answered on an open network on `date`.
 * - `host`: its own host answered over another transport in this very round: the machine is alive, and what is silent is the path.
 *
 * Or why not:
 * - `unearned`: none of these. `date` is when the record last heard it; without one, it knows of no answer.
 * - `demoted`: silent everywhere since `date`, so long that only a later answer here would make its silence count.
 * - `retired`: silent everywhere since `date`, so long that it is no longer asked.
 */
export type Ground = (typeof GROUNDS)[number];
const COUNTING = ['here', 'document', 'record', 'host'] as const;
export const GROUNDS = [...COUNTING, 'unearned', 'demoted', 'retired'] as const;

export interface Vote {
  readonly ground: Ground;
  /** An ISO day, UTC; of a document it may be a month. */
  readonly date?: string;
}

export type VoteOf = (endpoint: Endpoint) => Vote;

export const counts = ({ ground }: Vote): boolean => (COUNTING as readonly Ground[]).includes(ground);

/** The one place that says whether silence counts. */
export function voter({ at, observations }: Pick<Round, 'at' | 'observations'>, memory: Memory): VoteOf {
  const alive = [...observations.values()].filter(answered);
  const isHostAlive = (url: string) =>
    mediaHost(url) !== null &&
    alive.some((seen) => mediaHost(seen.url) === mediaHost(url) && seen.transport !== transportOf(url));

  return ({ url, verified, verifiedOn, refusesBrowsers, health }) => {
    const standing = standingOf(health);
    const heard = health?.answered;
    const earned = earnedAt(memory, url, at);
    const here = earned && dayOf(earned);
    // What answered here later than anywhere else is alive, whatever was seen elsewhere since.
    const isOutlived = standing === 'demoted' && here && here > (heard ?? '');
    if (standing !== 'unknown' && !isOutlived) return vote(standing, health?.silentSince);
    if (here) return vote('here', here);
    // What these do to an extension no document says, and nobody without a browser sees.
    const isAlike = !refusesBrowsers && schemeOf(url) !== 'wss';
    if (isAlike && verified) return vote('document', verifiedOn);
    if (isAlike && vouchedFor(health, at)) return vote('record', heard);
    return isHostAlive(url) ? vote('host') : vote('unearned', heard);
  };
}

const vote = (ground: Ground, date?: string): Vote => ({ ground, ...(date && { date }) });

/** As the record writes days. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The relay's host, or null for a web address: a web server says nothing about a relay of the same name. */
const mediaHost = (url: string): string | null => (/^(stun|turns?):/.test(url) ? hostOf(url) : null);
