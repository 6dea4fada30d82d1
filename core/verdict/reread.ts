import { hostOf, isIPv4Literal } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import { type Carrier, carrierOf } from '../evidence/line.ts';
import { DIRECT, type Observation } from '../evidence/observation.ts';
import { answered, type Round } from './round.ts';

/**
 * Some observations can be read only beside the others of their round.
 *
 * @param own addresses of the person's own servers, which may well live in a network of theirs
 */
export function reread(round: Round, controls: readonly Control[], own: ReadonlySet<string> = new Set()): Round {
  const all = [...round.observations.values()];
  const web = controls.filter(({ kind }) => kind === 'https').map(({ url }) => round.observations.get(url));
  const isBehindGateway = web.some((seen) => isAnswerFrom(seen, 'private'));
  const namesLeadOut = !isBehindGateway && web.some((seen) => isAnswerFrom(seen, 'public'));
  const translated = all.some(({ probe, code }) => probe === 'stun' && code === 'srflx');
  const stun = controls.filter(({ kind }) => kind === 'stun').flatMap(({ url }) => round.observations.get(url) ?? []);
  const roundTrip = Math.min(...stun.filter(answered).map(({ durationMs }) => durationMs));
  const isNearby = all.some((seen) => isRefusedNearby(seen, roundTrip));
  const starving = new Set(CARRIERS.filter((carrier) => isStarving(all, carrier)));
  // Of an answer over a WebSocket no browser tells the address: it came from where its name leads.
  const forged = new Set(namesLeadOut ? all.filter(isForged).map(({ url }) => hostOf(url)) : []);
  const read = (seen: Observation): Observation => {
    if (answered(seen) && seen.transport === 'tls' && forged.has(hostOf(seen.url)) && !own.has(seen.url)) {
      return seen.redirected
        ? { ...seen, outcome: 'failed', depth: 'secure', mechanism: 'http.blockpage' }
        : { ...seen, outcome: 'failed', depth: 'none', mechanism: 'dns.poisoned' };
    }
    if (translated && seen.code === DIRECT) {
      // What it was seen from is then a local network's address, which names no network.
      const { seenFrom: _, ...rest } = seen;
      return { ...rest, outcome: 'inconclusive', depth: 'none' };
    }
    if (seen.outcome === 'silent' && starving.has(carrierOf(seen.transport))) {
      return { ...seen, outcome: 'inconclusive', code: 'starved' };
    }
    const isGateways = isBehindGateway && seen.mechanism === 'dns.poisoned';
    if (isGateways || (isNearby && isVague(seen))) return { ...seen, mechanism: 'unknown' };
    return seen;
  };
  return { ...round, observations: new Map(all.map((seen) => [seen.url, read(seen)])) };
}

/**
 * A service's public name that leads to a private address was answered falsely, even where a certificate that this machine trusts stands
 * behind it; and a service sends nobody on to one. Unless a control is reached there as well: then a gateway or a proxy carries traffic, and
 * singles nobody out. Firefox tells the proxy's address, and of a request that failed there no more than that.
 */
const isForged = (seen: Observation): boolean =>
  isAnswerFrom(seen, 'private') && (seen.redirected || !isIPv4Literal(seen.url));

const CARRIERS: readonly Carrier[] = ['udp', 'tcp'];

/**
 * Those that answered needed so large a share of the time that the silent ones were given, that a little more would have brought these, too: the
 * line is full, perhaps of our own questions.
 */
const STARVED_SHARE = 0.5;

function isStarving(all: readonly Observation[], carrier: Carrier): boolean {
  const times = (wanted: (seen: Observation) => boolean) =>
    all
      .filter((seen) => carrierOf(seen.transport) === carrier && wanted(seen))
      .map(({ durationMs }) => durationMs)
      .sort((a, b) => a - b);
  const answers = times(answered);
  const [shortest] = times(({ outcome }) => outcome === 'silent');
  const slow = answers[Math.floor(answers.length * 0.75)];
  return shortest !== undefined && slow !== undefined && slow >= STARVED_SHARE * shortest;
}

/** Closer than this a refusal can't be told from this machine's own, ms. */
const NEARBY_MS = 10;

/** Refused, and Chromium does not tell by whom. */
const isVague = (seen: Observation): seen is Observation & { againMs: number } =>
  seen.mechanism === 'tcp.reset' && seen.againMs !== undefined;

/**
 * Refused before a packet could have gone to the service and back: the name led to this machine, or something on the way here refused. Others of
 * the round may only have been told of it late.
 */
const isRefusedNearby = (seen: Observation, roundTrip: number): boolean =>
  isVague(seen) && seen.againMs < Math.max(NEARBY_MS, roundTrip / 3);

const isAnswerFrom = (observation: Observation | undefined, range: 'public' | 'private'): boolean =>
  observation?.outcome === 'answered' && observation.remote === range;
