import { hostOf, isIPv4Literal, schemeOf, transportOf } from '../catalogue/endpoint.ts';
import { standingOf } from '../catalogue/health.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import type { Observation } from '../evidence/observation.ts';
import type { Mechanism } from '../vocabulary.ts';
import { answered, isHint, isReached, type Round, sawIPv4, sawStun } from './round.ts';

/**
 * What one round says of one role: any endpoint that answers shows the role open; only the silence of endpoints that have earned
 * their vote says that it is not.
 */
export type RoleOutcome =
  | { readonly kind: 'answered'; readonly fastestMs: number }
  | {
      readonly kind: 'failed';
      readonly mechanism: Mechanism;
      /** It rests on the silence of a single host. */
      readonly alone: boolean;
    }
  /** Silent, and none of them has a vote. */
  | { readonly kind: 'unearned' }
  /** Failed at once, as its servers do in every browser: no hint of anything. */
  | { readonly kind: 'refused' }
  /** It has no endpoints at all. */
  | { readonly kind: 'absent' }
  /** All of its endpoints have been silent everywhere for so long that none is asked any more. */
  | { readonly kind: 'gone' }
  /** None of its endpoints was asked. */
  | { readonly kind: 'spared' }
  /** Nothing that counts was heard. */
  | { readonly kind: 'nothing' };

/** Whether this endpoint's silence counts. */
export type HasVote = (endpoint: Endpoint) => boolean;

export function roleOutcome(endpoints: readonly Endpoint[], round: Round, hasVote: HasVote): RoleOutcome {
  if (endpoints.length === 0) return { kind: 'absent' };
  if (!endpoints.some(({ url }) => round.observations.has(url))) {
    if (endpoints.every(({ health }) => standingOf(health) === 'retired')) return { kind: 'gone' };
    const alwaysRefused = endpoints.every(({ refusesBrowsers }) => refusesBrowsers);
    return { kind: alwaysRefused ? 'refused' : 'spared' };
  }
  const [overIPv4, bindings] = [sawIPv4(round), sawStun(round)];
  const readable = endpoints.filter(
    ({ url }) => (overIPv4 || !isIPv4Literal(url)) && (bindings || schemeOf(url) !== 'stun'),
  );
  const seen = (list: readonly Endpoint[]) => list.flatMap(({ url }) => round.observations.get(url) ?? []);

  const answers = seen(endpoints).filter(answered);
  const silentRelays = relaysBehindAnsweringBindings(endpoints, round, hasVote);
  if (answers.length > 0 && silentRelays.length === 0) {
    return { kind: 'answered', fastestMs: Math.min(...answers.map(({ durationMs }) => durationMs)) };
  }
  if (silentRelays.length > 0) return failed(silentRelays);

  const voters = readable.filter(hasVote);
  const hints = seen(voters).filter(isHint);
  // Every voter must have been heard: one that was not asked might have answered. And what was reached is not blocked.
  if (hints.length > 0) {
    return hints.length === voters.length && !hints.some(isReached) ? failed(hints) : { kind: 'nothing' };
  }
  const others = readable.filter((endpoint) => isHint(round.observations.get(endpoint.url)));
  if (others.length === 0) return { kind: 'nothing' };
  // One refusal is enough: on a poor line the others may well have been lost.
  return others.some((endpoint) => isRefusal(endpoint, round)) ? { kind: 'refused' } : { kind: 'unearned' };
}

const failed = (hints: readonly Observation[]): RoleOutcome => ({
  kind: 'failed',
  mechanism: commonMechanism(hints),
  alone: new Set(hints.map(({ url }) => hostOf(url))).size === 1 && hints.every(({ outcome }) => outcome === 'silent'),
});

/** Fails as this endpoint fails everywhere: at once, at the certificate as far as the browser tells. Silence is another thing. */
const isRefusal = ({ url, refusesBrowsers }: Endpoint, { observations }: Round): boolean => {
  const { outcome, mechanism } = observations.get(url) ?? {};
  return (
    refusesBrowsers === true && outcome === 'failed' && (mechanism === 'unknown' || mechanism === 'tls.certificate')
  );
};

/**
 * Relays that once answered and are now silent although the same host still answers binding requests: what a filter on TURN looks
 * like. Empty as soon as any relay of the role answers.
 */
function relaysBehindAnsweringBindings(endpoints: readonly Endpoint[], round: Round, hasVote: HasVote): Observation[] {
  const relays = endpoints.filter(({ url }) => schemeOf(url) !== 'stun' && transportOf(url) === 'udp');
  const observed = relays.flatMap((endpoint) => {
    const observation = round.observations.get(endpoint.url);
    return observation ? [{ endpoint, observation }] : [];
  });
  if (observed.some(({ observation }) => answered(observation))) return [];
  const bindings = endpoints.filter(({ url }) => schemeOf(url) === 'stun' && answered(round.observations.get(url)));
  const hosts = new Set(bindings.map(({ url }) => hostOf(url)));
  const silent = observed.filter(
    ({ endpoint, observation }) => isHint(observation) && hasVote(endpoint) && hosts.has(hostOf(endpoint.url)),
  );
  // A binding on another host that answers keeps the role open: that relay may simply have moved.
  return hosts.size === new Set(silent.map(({ endpoint }) => hostOf(endpoint.url))).size
    ? silent.map((s) => s.observation)
    : [];
}

/** The mechanism that all hints agree on, leaving out those that name none; `unknown` when they differ. */
export function commonMechanism(hints: readonly Observation[]): Mechanism {
  const named = new Set(hints.map(({ mechanism }) => mechanism ?? 'unknown'));
  named.delete('unknown');
  const [first = 'unknown', ...others] = named;
  return others.length === 0 ? first : 'unknown';
}
