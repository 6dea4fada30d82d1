import type { CallSummary } from '../call/call.ts';
import { transportOf } from '../catalogue/endpoint.ts';
import type { Endpoint, Service } from '../catalogue/runtime.ts';
import { type Carrier, LONE_FLOOR } from '../evidence/line.ts';
import type { Memory } from '../evidence/memory.ts';
import { run, standing, stillAnswers, type Walk } from '../evidence/sequential.ts';
import { isOwn } from '../own/server.ts';
import type { Mechanism } from '../vocabulary.ts';
import type { Book } from './book.ts';
import { UDP_WALK } from './network-facts.ts';
import { type RoleOutcome, roleOutcome } from './roles.ts';
import { answered, isHint, type Round, wasAsked } from './round.ts';
import {
  CALL_RULES,
  decide,
  MESSAGE_RULES,
  type NetworkFacts,
  type RoleFacts,
  type RuleId,
  type ServiceFacts,
} from './rules.ts';
import { isAlive } from './sign-of-life.ts';
import { silentEverywhere } from './silent-everywhere.ts';
import type { EndpointEvidence, ServiceAssessment } from './snapshot.ts';
import { counts, type Vote, type VoteOf } from './vote.ts';
import { accuses, isOldBlock } from './words.ts';

/**
 * One service judged: its sequential tests take this round's step, and the rules decide on what they show.
 *
 * @param call the last test call through it, where it is the person's own
 */
export function judgeService(
  service: Service,
  round: Round,
  network: NetworkFacts,
  voteOf: VoteOf,
  memory: Memory,
  book: Book,
  call?: CallSummary,
): ServiceAssessment {
  const { id, retired, endpoints, statusFeeds } = service;
  const signallingEndpoints = endpoints.filter(({ role }) => role === 'signalling');
  const mediaEndpoints = endpoints.filter(({ role }) => role === 'media');
  const udp = mediaEndpoints.filter(({ url }) => transportOf(url) === 'udp');
  const tcp = mediaEndpoints.filter(({ url }) => transportOf(url) !== 'udp');
  // A service that has relays over TCP or TLS only is judged by those.
  const [media, carrier]: [readonly Endpoint[], Carrier] = udp.length > 0 ? [udp, 'udp'] : [tcp, 'tcp'];

  const hasVote = (endpoint: Endpoint) => counts(voteOf(endpoint));
  const signallingOutcome = roleOutcome(signallingEndpoints, round, hasVote);
  const mediaOutcome = roleOutcome(media, round, hasVote);
  const isUnearned = signallingOutcome.kind === 'unearned';
  const isSilent = isUnearned || signallingOutcome.kind === 'failed';
  const isTampered =
    isSilent &&
    signallingEndpoints.some(
      (one) => (isUnearned || hasVote(one)) && TAMPERED.includes(round.observations.get(one.url)?.mechanism),
    );
  // Calls may have been blocked for months when messages fail, too: that is as new as the messages' failure.
  const failing = `${id}/${isSilent ? 'messages' : 'calls'}`;
  const blockedBefore = book.blockedSince(failing);
  // What is said of interfaces for businesses explains a service that is silent altogether, and not calls that fail while messages pass.
  const outageIsRelated = statusFeeds.length > 0 && statusFeeds.every(({ related }) => related);
  const outage =
    round.outages.has(id) &&
    !isTampered &&
    !isOldBlock(blockedBefore, round.at) &&
    (!outageIsRelated || signallingOutcome.kind === 'failed');
  const everywhere =
    isSilent && !isTampered && !endpoints.some(({ url }) => answered(round.observations.get(url)))
      ? silentEverywhere(signallingEndpoints, round.at, memory, blockedBefore)
      : null;
  const walked = (name: string, role: readonly Endpoint[], outcome: RoleOutcome, on: Carrier): [RoleFacts, Walk] => {
    const fails = outcome.kind === 'failed' && network.controls[on];
    const mark = `${id}/${name}`;
    if (isOwn(id) && outcome.kind === 'answered') book.holds(mark, 'answered');
    const lifeless = fails && isOwn(id) && !isAlive(role, endpoints, round, memory, book.holds(mark, 'silent'));
    // An outage explains the failure: it is no evidence of blocking. Nor is a failure among silent controls.
    const counts = outcome.kind === 'answered' || (fails && !outage && !everywhere && !lifeless);
    const slow =
      outcome.kind === 'answered' &&
      on === 'udp' &&
      (isSlow(outcome, network) || isPoor(media, round, network, memory));
    const letter = outcome.kind !== 'answered' ? 'failed' : slow ? 'slow' : 'answered';
    const floor = outcome.kind === 'failed' && outcome.alone && !network.calm ? LONE_FLOOR : 0;
    const walk = book.step(`${id}/${name}`, counts ? letter : null, on, floor);
    // A light round saves questions to web hosts: what they last said holds as long as the line itself is well.
    const holds =
      outcome.kind === 'spared' && name === 'signalling' && network.controls[on] && stillAnswers(walk, round.at);
    const now = lifeless ? 'lifeless' : outcome.kind !== 'spared' ? outcome.kind : holds ? 'answered' : 'nothing';
    return [{ standing: standing(walk), now, slow: mostlySlow(walk) }, walk];
  };

  const [signalling, signallingWalk] = walked('signalling', signallingEndpoints, signallingOutcome, 'tcp');
  const [mediaFacts, mediaWalk] = walked('media', media, mediaOutcome, carrier);
  const facts: ServiceFacts = {
    retired,
    asked:
      signalling.now === 'answered' ||
      [signalling.now, mediaFacts.now].includes('gone') ||
      endpoints.some(({ url }) => wasAsked(round, url)),
    outage,
    silentEverywhere: everywhere !== null,
    outageIsRelated,
    testable: mediaEndpoints.length > 0,
    carrier,
    signalling,
    media: mediaFacts,
    relayOverTcp: tcp.some(({ url }) => answered(round.observations.get(url))),
    own: isOwn(id),
    ...(call && { call }),
  };

  const messages = decide(MESSAGE_RULES, facts, network);
  const calls = decide(CALL_RULES, facts, network);
  const signallingDecides = calls.rule === 'calls.unreachable' || calls.rule === 'calls.signalling-confirming';
  const networkDecides = calls.rule === 'calls.tcp-only' && network.udp === 'blocked';
  const decisive =
    signallingDecides || !facts.testable ? signallingWalk : networkDecides ? book.walk(UDP_WALK) : mediaWalk;
  const mechanism = CUT.includes(calls.rule)
    ? 'media.cut'
    : mechanismOf(signallingDecides ? signallingOutcome : mediaOutcome);
  const judged = {
    calls: book.judgement(
      `${id}/calls`,
      calls,
      run(decisive),
      network.asked,
      accuses(calls.state) ? mechanism : undefined,
    ),
    messages: book.judgement(
      `${id}/messages`,
      messages,
      run(signallingWalk),
      network.asked,
      accuses(messages.state) ? mechanismOf(signallingOutcome) : undefined,
    ),
  };
  const blockedSince = book.blockedSince(failing);
  return {
    id,
    ...judged,
    evidence: endpoints.map((endpoint) => evidence(endpoint, round, voteOf(endpoint), memory, isOwn(id))),
    ...(blockedSince && { blockedSince }),
    ...(everywhere && { silentEverywhere: everywhere }),
    ...(call && { call }),
  };
}

/** Somebody answers in a server's place: no outage does that, so none excuses it, whatever the others show. */
const TAMPERED: readonly (Mechanism | undefined)[] = ['dns.poisoned', 'http.blockpage'];

/** The relay answers, and it is the sound of a call that does not get through. */
const CUT: readonly RuleId[] = ['calls.media-cut', 'calls.media-cut-once'];

const mechanismOf = (outcome: RoleOutcome): Mechanism | undefined =>
  outcome.kind === 'failed' ? outcome.mechanism : undefined;

function evidence({ url, role }: Endpoint, round: Round, vote: Vote, memory: Memory, isOwn: boolean): EndpointEvidence {
  const observation = round.observations.get(url);
  const lastAnswered = answered(observation) ? observation?.startedAt : memory.answered[url];
  return {
    url,
    role,
    vote: counts(vote) ? 'counted' : 'unearned',
    // No record knows the person's own servers.
    ...(!isOwn && vote),
    ...(observation && { observation }),
    ...(lastAnswered !== undefined && { lastAnswered }),
  };
}

/** Two lost packets more than the fastest control needed: libwebrtc's second retransmission leaves after 770 ms, Firefox's third after 700. */
const SLOW_MS = 690;

const isSlow = ({ fastestMs }: { readonly fastestMs: number }, { roundTripMs, steady }: NetworkFacts): boolean =>
  roundTripMs !== null && steady && fastestMs - roundTripMs > SLOW_MS;

/** A relay that answered so long ago was alive a moment ago: its silence now is loss, and not its end. */
const MOMENT_MS = 10 * 60_000;

/** Half of the relays that are known to be alive lose packets, while the controls lose none. */
function isPoor(relays: readonly Endpoint[], round: Round, network: NetworkFacts, memory: Memory): boolean {
  const { roundTripMs, steady } = network;
  if (roundTripMs === null || !steady) return false;
  const heard = relays.flatMap(({ url }) => {
    const seen = round.observations.get(url);
    const isAlive = round.at - (memory.answered[url] ?? 0) < MOMENT_MS;
    return seen && (answered(seen) || (isHint(seen) && isAlive)) ? [seen] : [];
  });
  // A name may have to be looked up first, and TURN takes a round trip more than STUN.
  const troubled = heard.filter((seen) => !answered(seen) || seen.durationMs - 3 * roundTripMs > SLOW_MS);
  return troubled.length >= 2 && troubled.length * 2 >= heard.length;
}

function mostlySlow({ recent }: Walk): boolean {
  const last = recent.slice(-3);
  return last.at(-1) === 'slow' && last.filter((step) => step === 'slow').length >= 2;
}
