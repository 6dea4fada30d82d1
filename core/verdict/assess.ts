import { transportOf } from '../catalogue/endpoint.ts';
import type { Control, Endpoint, Service } from '../catalogue/runtime.ts';
import { CAP, type Carrier, failOpen, type Loss, learn, NO_LOSS } from '../evidence/line.ts';
import {
  hasEarned,
  isDead,
  type Memory,
  type NetworkMemory,
  recall,
  remember,
  silentRounds,
  UNIDENTIFIED,
} from '../evidence/memory.ts';
import { advance, run, START, type Step, standing, type Walk } from '../evidence/sequential.ts';
import { networkKey } from '../network/key.ts';
import type { CallState, Mechanism } from '../vocabulary.ts';
import { networkFacts, QUORUM } from './network-facts.ts';
import { reread } from './reread.ts';
import { type HasVote, type RoleOutcome, roleOutcome, voter } from './roles.ts';
import { answered, controlGroups, operators, type Round, wasAsked } from './round.ts';
import {
  CALL_RULES,
  decide,
  MESSAGE_RULES,
  NETWORK_RULES,
  type NetworkFacts,
  type RoleFacts,
  type RuleId,
  type ServiceFacts,
  type Tally,
} from './rules.ts';
import type { ControlGroup, EndpointEvidence, Judgement, ServiceAssessment, Snapshot } from './snapshot.ts';

/** A round judged: what to show, and what to remember. Pure: the same round and memory give the same assessment. */
export interface Assessment {
  readonly network: Snapshot['network'];
  readonly services: readonly ServiceAssessment[];
  readonly controls: readonly ControlGroup[];
  readonly memory: Memory;
}

/**
 * @param seen what the round saw
 * @param services those to judge; while a round is under way, those of which everything has been heard
 * @param memory what earlier rounds left; the returned one has this round's step in it
 */
export function assess(
  seen: Round,
  services: readonly Service[],
  controls: readonly Control[],
  memory: Memory,
): Assessment {
  const round = reread(seen, controls);
  const key = networkKey(round.observations.values(), controls);
  const before = recall(memory, key ?? UNIDENTIFIED, round.at);
  const walks: Record<string, Walk> = { ...before.walks };
  const since: Record<string, { state: string; at: number }> = { ...before.since };

  const groups = controlGroups(round, controls);
  const dead = (url: string) => isDead(memory, before, url);
  const loss = {
    udp: learn(before.loss.udp, operatorLoss(round, controls, dead, 'stun')),
    tcp: learn(before.loss.tcp, operatorLoss(round, controls, dead, 'https')),
  };
  const pOpen = { udp: failOpen(loss.udp), tcp: failOpen(loss.tcp) };

  const step = (name: string, outcome: Step | null, carrier: Carrier): Walk => {
    const walk = walks[name] ?? START;
    const p = pOpen[carrier];
    // A failure on a line too bad to judge by is no step; an answer always is one.
    if (outcome === null || (p === null && outcome === 'failed')) return walk;
    const next = advance(walk, outcome, p ?? CAP, round.at);
    walks[name] = next;
    return next;
  };
  const judgement = <State extends string>(
    name: string,
    { rule, state }: { rule: RuleId; state: State },
    counted: Run,
    mechanism?: Mechanism,
  ): Judgement<State> => {
    const known = since[name];
    if (known?.state !== state || known.at > round.at) since[name] = { state, at: round.at };
    return {
      state,
      rule,
      ...(mechanism && { mechanism }),
      // A verdict that no sequential test stands behind rests on this round alone.
      ...(counted.rounds > 0 ? counted : { rounds: facts.asked ? 1 : 0, failing: 0 }),
      since: since[name]?.at ?? round.at,
    };
  };

  const facts = networkFacts(round, controls, groups, pOpen, (outcome) =>
    standing(step('network/udp', outcome, 'udp')),
  );
  const hasVote = voter(round, (url) => hasEarned(memory, url, round.at));
  const udpWalk = walks['network/udp'] ?? START;
  const assessed = services.map((service) =>
    assessService(service, round, facts, hasVote, memory, { step, judgement, udpWalk }),
  );
  const verdict = decide(NETWORK_RULES, tally(assessed), facts);
  const udpShut = verdict.rule === 'network.udp-blocked' || verdict.rule === 'network.udp-confirming';
  const network = {
    ...judgement(
      'network',
      verdict,
      udpShut ? run(udpWalk) : networkRun(assessed),
      verdict.state === 'udp-blocked' ? 'udp.timeout' : undefined,
    ),
    key,
  };

  const remembered: NetworkMemory = {
    lastRoundAt: round.at,
    loss,
    silentControls: silentControls(memory, before, round, controls, groups),
    walks,
    since,
  };
  return {
    network,
    services: assessed,
    controls: groups,
    memory: remember(memory, key ?? UNIDENTIFIED, remembered, votes(round)),
  };
}

type Run = ReturnType<typeof run>;

interface Book {
  readonly step: (name: string, outcome: Step | null, carrier: Carrier) => Walk;
  readonly judgement: <State extends string>(
    name: string,
    decided: { rule: RuleId; state: State },
    counted: Run,
    mechanism?: Mechanism,
  ) => Judgement<State>;
  /** The sequential test of "UDP passes here at all". */
  readonly udpWalk: Walk;
}

function assessService(
  service: Service,
  round: Round,
  network: NetworkFacts,
  hasVote: HasVote,
  memory: Memory,
  { step, judgement, udpWalk }: Book,
): ServiceAssessment {
  const { id, retired, endpoints } = service;
  const signallingEndpoints = endpoints.filter(({ role }) => role === 'signalling');
  const mediaEndpoints = endpoints.filter(({ role }) => role === 'media');
  const udp = mediaEndpoints.filter(({ url }) => transportOf(url) === 'udp');
  const tcp = mediaEndpoints.filter(({ url }) => transportOf(url) !== 'udp');
  // A service that has relays over TCP or TLS only is judged by those.
  const [media, carrier]: [readonly Endpoint[], Carrier] = udp.length > 0 ? [udp, 'udp'] : [tcp, 'tcp'];

  const outage = round.outages.has(id);
  const walked = (name: string, outcome: RoleOutcome, on: Carrier): [RoleFacts, Walk] => {
    // An outage explains the failure: it is no evidence of blocking. Nor is a failure among silent controls.
    const counts = outcome.kind === 'answered' || (outcome.kind === 'failed' && network.controls[on] && !outage);
    const slow = outcome.kind === 'answered' && on === 'udp' && isSlow(outcome, network);
    const letter = outcome.kind !== 'answered' ? 'failed' : slow ? 'slow' : 'answered';
    const walk = step(`${id}/${name}`, counts ? letter : null, on);
    return [{ standing: standing(walk), now: outcome.kind, slow: mostlySlow(walk) }, walk];
  };

  const signallingOutcome = roleOutcome(signallingEndpoints, round, hasVote);
  const mediaOutcome = roleOutcome(media, round, hasVote);
  const [signalling, signallingWalk] = walked('signalling', signallingOutcome, 'tcp');
  const [mediaFacts, mediaWalk] = walked('media', mediaOutcome, carrier);
  const facts: ServiceFacts = {
    retired,
    asked: endpoints.some(({ url }) => wasAsked(round, url)),
    outage,
    testable: mediaEndpoints.length > 0,
    carrier,
    signalling,
    media: mediaFacts,
    relayOverTcp: tcp.some(({ url }) => answered(round.observations.get(url))),
  };

  const messages = decide(MESSAGE_RULES, facts, network);
  const calls = decide(CALL_RULES, facts, network);
  const signallingDecides = calls.rule === 'calls.unreachable' || calls.rule === 'calls.signalling-confirming';
  const networkDecides = calls.rule === 'calls.tcp-only' && network.udp === 'blocked';
  const decisive = signallingDecides || !facts.testable ? signallingWalk : networkDecides ? udpWalk : mediaWalk;
  return {
    id,
    calls: judgement(
      `${id}/calls`,
      calls,
      run(decisive),
      accuses(calls.state) ? mechanismOf(signallingDecides ? signallingOutcome : mediaOutcome) : undefined,
    ),
    messages: judgement(
      `${id}/messages`,
      messages,
      run(signallingWalk),
      accuses(messages.state) ? mechanismOf(signallingOutcome) : undefined,
    ),
    evidence: endpoints.map((endpoint) => evidence(endpoint, round, hasVote, memory)),
  };
}

/** States that say that something fails, and so may say how. */
const accuses = (state: string): boolean =>
  state === 'likely-blocked' || state === 'suspected' || state === 'unreachable' || state === 'impaired';

const mechanismOf = (outcome: RoleOutcome): Mechanism | undefined =>
  outcome.kind === 'failed' ? outcome.mechanism : undefined;

function evidence(endpoint: Endpoint, round: Round, hasVote: HasVote, memory: Memory): EndpointEvidence {
  const { url, role } = endpoint;
  const observation = round.observations.get(url);
  const lastAnswered = answered(observation) ? observation?.startedAt : memory.answered[url];
  return {
    url,
    role,
    vote: hasVote(endpoint) ? 'counted' : 'unearned',
    ...(observation && { observation }),
    ...(lastAnswered !== undefined && { lastAnswered }),
  };
}

/** Two lost packets more than the fastest control needed: libwebrtc's second retransmission leaves after 770 ms, Firefox's third after 700. */
const SLOW_MS = 690;

const isSlow = ({ fastestMs }: { readonly fastestMs: number }, { roundTripMs, steady }: NetworkFacts): boolean =>
  roundTripMs !== null && steady && fastestMs - roundTripMs > SLOW_MS;

function mostlySlow(walk: Walk): boolean {
  const last = walk.recent.slice(-3);
  return last.at(-1) === 'slow' && last.filter((step) => step === 'slow').length >= 2;
}

/** Rules that leave a service undecided on an open network too: no reason to withhold the network's green. */
const UNDECIDABLE: readonly RuleId[] = ['calls.signalling-untestable', 'calls.nothing-testable'];

function tally(assessed: readonly ServiceAssessment[]): Tally {
  const count = (...wanted: CallState[]) => assessed.filter(({ calls }) => wanted.includes(calls.state)).length;
  return {
    clear: count('clear'),
    impaired: count('impaired'),
    blocked: count('likely-blocked', 'unreachable'),
    suspected: count('suspected'),
    undecided: assessed.filter(({ calls }) => calls.state === 'insufficient' && !UNDECIDABLE.includes(calls.rule))
      .length,
  };
}

/** The rounds behind the network's verdict: those of the worst service that is accused, else the longest run in which nothing failed. */
function networkRun(assessed: readonly ServiceAssessment[]): Run {
  const runs = assessed.flatMap(({ calls, messages }) => [calls, messages]);
  const accused = runs
    .filter(({ state }) => accuses(state))
    .sort((a, b) => b.failing - a.failing || b.rounds - a.rounds);
  const good = runs.filter(({ failing }) => failing === 0).sort((a, b) => b.rounds - a.rounds);
  const { rounds, failing } = accused[0] ?? good[0] ?? { rounds: 0, failing: 0 };
  return { rounds, failing };
}

/** Operators asked and lost in this round: two controls of one operator fail together, so they are one observation. */
function operatorLoss(
  round: Round,
  controls: readonly Control[],
  dead: (url: string) => boolean,
  kind: Control['kind'],
): Loss {
  const isAlive = ({ url }: Control) => answered(round.observations.get(url));
  const speaking = controls.filter(
    (control) => control.kind === kind && wasAsked(round, control.url) && (isAlive(control) || !dead(control.url)),
  );
  const alive = operators(speaking.filter(isAlive)).size;
  // Silence of everybody is not loss: it is judged as a state of the network.
  return alive === 0 ? NO_LOSS : { asked: operators(speaking).size, failed: operators(speaking).size - alive };
}

function silentControls(
  memory: Memory,
  before: NetworkMemory,
  round: Round,
  controls: readonly Control[],
  groups: readonly ControlGroup[],
): Record<string, number> {
  const isKindAlive = (kind: string) => groups.some((group) => group.kind === kind && group.operators >= QUORUM);
  return Object.fromEntries(
    controls.map(({ url, kind }) => {
      if (answered(round.observations.get(url))) return [url, 0];
      const known = silentRounds(memory, before, url);
      return [url, wasAsked(round, url) && isKindAlive(kind) ? known + 1 : known];
    }),
  );
}

const votes = (round: Round): Record<string, number> =>
  Object.fromEntries(
    [...round.observations.values()].filter(answered).map(({ url, startedAt }) => [url, startedAt] as const),
  );
