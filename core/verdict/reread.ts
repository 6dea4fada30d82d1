import { isIPv4Literal } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import { DIRECT, type Observation } from '../evidence/observation.ts';
import type { Round } from './round.ts';

/** Some observations can be read only beside the others of their round. */
export function reread(round: Round, controls: readonly Control[]): Round {
  const all = [...round.observations.values()];
  const namesLeadOut = controls.some(
    ({ kind, url }) => kind === 'https' && isAnswerFrom(round.observations.get(url), 'public'),
  );
  const translated = all.some(({ probe, code }) => probe === 'stun' && code === 'srflx');
  const read = (seen: Observation): Observation => {
    if (namesLeadOut && isForged(seen)) return { ...seen, outcome: 'failed', depth: 'none', mechanism: 'dns.poisoned' };
    if (translated && seen.code === DIRECT) return { ...seen, outcome: 'inconclusive', depth: 'none' };
    return seen;
  };
  return { ...round, observations: new Map(all.map((seen) => [seen.url, read(seen)])) };
}

/**
 * A service's public name that leads to a private address was answered falsely, even where a certificate that this machine trusts stands
 * behind it. Unless the controls' names lead there as well: then a gateway carries everybody's traffic, and singles nobody out.
 */
const isForged = (seen: Observation): boolean => isAnswerFrom(seen, 'private') && !isIPv4Literal(seen.url);

const isAnswerFrom = (observation: Observation | undefined, range: 'public' | 'private'): boolean =>
  observation?.outcome === 'answered' && observation.remote === range;
