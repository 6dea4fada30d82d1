import { isIPv4Literal } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import type { Observation } from '../evidence/observation.ts';
import type { Round } from './round.ts';

/**
 * A service's public name that leads to a private address was answered falsely, even where a certificate that this machine trusts stands
 * behind it. Unless the controls' names lead there as well: then a gateway carries everybody's traffic, and singles nobody out.
 *
 * @returns the round with such answers turned into what they are: failures
 */
export function exposeForgeries(round: Round, controls: readonly Control[]): Round {
  const direct = controls.some(
    ({ kind, url }) => kind === 'https' && isAnswerFrom(round.observations.get(url), 'public'),
  );
  if (!direct) return round;
  const observations = new Map(
    [...round.observations].map(([url, observation]) => [
      url,
      isAnswerFrom(observation, 'private') && !isIPv4Literal(url)
        ? { ...observation, outcome: 'failed' as const, depth: 'none' as const, mechanism: 'dns.poisoned' as const }
        : observation,
    ]),
  );
  return { ...round, observations };
}

const isAnswerFrom = (observation: Observation | undefined, range: 'public' | 'private'): boolean =>
  observation?.outcome === 'answered' && observation.remote === range;
