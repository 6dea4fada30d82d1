import type { EndedCall } from '../call/remembered.ts';
import { isIPv4Literal } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import type { Observation } from '../evidence/observation.ts';
import type { ControlGroup } from './snapshot.ts';

/** Everything that one round saw. */
export interface Round {
  /** When it started, ms since the epoch. */
  readonly at: number;
  readonly observations: ReadonlyMap<string, Observation>;
  /** `navigator.onLine`: only false is informative. */
  readonly online: boolean;
  /** Ids of services whose own status feed reports an outage, read after they failed here. */
  readonly outages: ReadonlySet<string>;
  /** A test call that ended just before, on the same network. */
  readonly call?: EndedCall;
}

export const answered = (observation: Observation | undefined): boolean => observation?.outcome === 'answered';

/** A hint of trouble; `inconclusive` is none. */
export const isHint = (observation: Observation | undefined): boolean =>
  observation?.outcome === 'failed' || observation?.outcome === 'silent';

/** Answered, or reached as only its own host can be, whatever it did then: a SIP server that opens its WebSocket and talks no SIP. */
export const isReached = (observation: Observation | undefined): boolean =>
  answered(observation) || (observation?.probe === 'sip' && observation.depth === 'secure');

/** Codes with which a probe says that this browser or machine could not ask at all. */
export const LOCAL_CODES: readonly string[] = ['no-webrtc', 'no-candidates'];

/** Something answered over IPv4, so an IPv4 literal's silence may be read. */
export function sawIPv4({ observations }: Round): boolean {
  for (const observation of observations.values()) {
    if (!answered(observation)) continue;
    if (observation.seenFrom?.family === 4 || isIPv4Literal(observation.url)) return true;
  }
  return false;
}

/** A STUN binding was answered, so another one's silence may be read: Chromium hides answers on some networks. */
export const sawStun = ({ observations }: Round): boolean =>
  [...observations.values()].some((observation) => observation.probe === 'stun' && answered(observation));

/** How the controls of each kind fared. */
export function controlGroups(round: Round, controls: readonly Control[]): ControlGroup[] {
  const kinds = ['stun', 'https', 'portal', 'relay'] as const;
  return kinds.map((kind) => {
    const asked = controls.filter((control) => control.kind === kind && wasAsked(round, control.url));
    const alive = asked.filter(({ url }) => answered(round.observations.get(url)));
    return { kind, asked: asked.length, answered: alive.length, operators: operators(alive).size };
  });
}

/** The question was put and ended in an answer or a hint. */
export function wasAsked({ observations }: Round, url: string): boolean {
  const observation = observations.get(url);
  return answered(observation) || isHint(observation);
}

export const operators = (controls: readonly Control[]): Set<string> =>
  new Set(controls.map(({ operator }) => operator));
