import { transportOf } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import { areTogether } from '../evidence/line.ts';
import type { Standing, Step } from '../evidence/sequential.ts';
import { answered, isHint, LOCAL_CODES, operators, type Round } from './round.ts';
import type { NetworkFacts } from './rules.ts';
import type { ControlGroup } from './snapshot.ts';

/** Name of the sequential test of "UDP passes here at all". */
export const UDP_WALK = 'network/udp';

/** Operators whose controls must have answered before a target's silence may be held against it. */
export const QUORUM = 2;

/** Fewer than this many STUN controls unanswered says nothing about UDP as a whole. */
const MIN_STUN_ASKED = 3;

/** What the round says about the network itself, before any service is looked at. */
export function networkFacts(
  round: Round,
  controls: readonly Control[],
  groups: readonly ControlGroup[],
  pOpen: { readonly udp: number | null; readonly tcp: number | null },
  stepUdp: (step: Step) => Standing,
): NetworkFacts {
  const all = [...round.observations.values()];
  const answers = all.filter(answered);
  const group = (kind: ControlGroup['kind']) => groups.find((g) => g.kind === kind);
  const stun = group('stun');
  const web = group('https');
  /** How long the controls that answered took, the quickest first. */
  const times = (wanted: Control['kind']) =>
    controls
      .flatMap(({ kind, url }) => (kind === wanted ? (round.observations.get(url) ?? []) : []))
      .filter(answered)
      .map(({ durationMs }) => durationMs)
      .sort((a, b) => a - b);
  const stunTimes = times('stun');
  const webTimes = times('https');
  const [roundTripMs = null] = stunTimes;

  const portalUrls = new Set(controls.filter(({ kind }) => kind === 'portal').map(({ url }) => url));
  const beyondPortal = answers.filter(({ url }) => !portalUrls.has(url));
  const udpAnswered = answers.some(({ transport }) => transport === 'udp');
  // The rest of the line must be well: where TCP hardly gets through either, no firewall is needed to explain the silence.
  const hasWebQuorum = (web?.operators ?? 0) >= QUORUM;
  const tcp = hasWebQuorum && (webTimes[0] ?? 0) <= BRISK_MS;
  const udpSilent = (stun?.asked ?? 0) >= MIN_STUN_ASKED && tcp;
  const udp = udpAnswered || udpSilent ? stepUdp(udpAnswered ? 'answered' : 'failed') : 'unknown';

  return {
    asked: all.some((observation) => answered(observation) || isHint(observation)),
    // Some systems report "offline" while a tunnel carries everything: an answer is better proof.
    online: round.online || answers.length > 0,
    nothingAnswers: answers.length === 0,
    portal: answers.length > 0 && beyondPortal.length === 0,
    webRtcOff: isWebRtcOff(round, controls) && !udpAnswered,
    controls: { udp: hasUdpQuorum(round, controls, stun), tcp: hasWebQuorum },
    lossy: { udp: pOpen.udp === null, tcp: pOpen.tcp === null },
    udp,
    roundTripMs,
    calm:
      stun?.asked === stun?.answered &&
      web?.asked === web?.answered &&
      areTogether(stunTimes, 'udp') &&
      areTogether(webTimes, 'tcp'),
    steady: stunTimes.length >= 3 && (stunTimes[stunTimes.length >> 1] ?? 0) - (roundTripMs ?? 0) < 200,
  };
}

/** Every STUN control ended in a local cause. */
function isWebRtcOff(round: Round, controls: readonly Control[]): boolean {
  const stun = controls.filter(({ kind }) => kind === 'stun');
  const seen = stun.flatMap(({ url }) => round.observations.get(url) ?? []);
  return seen.length > 0 && seen.every(({ code }) => code !== undefined && LOCAL_CODES.includes(code));
}

/** Name, connection, TLS and answer of a healthy line take less, even far away. */
const BRISK_MS = 2_600;

/**
 * STUN controls of enough operators answered. Where none did, Chromium may be hiding the answers: then every relay among the controls must
 * have answered over UDP. That some did is no measure: a line that starves loses one and not the other.
 */
function hasUdpQuorum(round: Round, controls: readonly Control[], stun: ControlGroup | undefined): boolean {
  if (stun !== undefined && stun.answered > 0) return stun.operators >= QUORUM;
  const relays = controls.filter(({ kind, url }) => kind === 'relay' && transportOf(url) === 'udp');
  return operators(relays).size >= QUORUM && relays.every(({ url }) => answered(round.observations.get(url)));
}
