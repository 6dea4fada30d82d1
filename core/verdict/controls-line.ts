import { hostOf, portOf } from '../catalogue/endpoint.ts';
import type { Control } from '../catalogue/runtime.ts';
import { type Loss, NO_LOSS, weather } from '../evidence/line.ts';
import { type Memory, type NetworkMemory, silentRounds } from '../evidence/memory.ts';
import { QUORUM } from './network-facts.ts';
import { answered, operators, type Round, wasAsked } from './round.ts';
import type { ControlGroup } from './snapshot.ts';

/** What the controls of a round tell about the line, and about themselves. */

/**
 * Operators asked and lost in this round: two controls of one operator fail together, so they are one observation.
 * @param isNoNews controls whose silence is no news: they are out of order or blocked themselves, which says nothing of the line
 */
export function operatorLoss(
  round: Round,
  controls: readonly Control[],
  isNoNews: (url: string) => boolean,
  kind: Control['kind'],
): Loss {
  const isAlive = ({ url }: Control) => answered(round.observations.get(url));
  const speaking = controls.filter(
    (control) => control.kind === kind && wasAsked(round, control.url) && (isAlive(control) || !isNoNews(control.url)),
  );
  const alive = speaking.filter(isAlive);
  const asked = operators(speaking).size;
  const failed = asked - operators(alive).size;
  // Silence of everybody is not loss: it is judged as a state of the network.
  if (alive.length === 0) return NO_LOSS;
  return { asked, failed: failed === 1 && isCalm(alive, round, kind) ? LONE_SILENCE : failed };
}

/** One operator that is silent while the others answer at once is rather out of order than hit by loss. */
const LONE_SILENCE = 0.5;

function isCalm(alive: readonly Control[], round: Round, kind: Control['kind']): boolean {
  const times = alive.map(({ url }) => round.observations.get(url)?.durationMs ?? null);
  return weather([...times, null], kind === 'stun' ? 'udp' : 'tcp') === 'clean';
}

/**
 * UDP ports that are shut for everybody: two or more STUN controls listen there and all are silent, one of them on a host that answers on
 * another port. Loss would have to hit them all, and only them.
 */
export function closedPorts(round: Round, controls: readonly Control[]): ReadonlySet<string> {
  const stun = controls.filter(({ kind, url }) => kind === 'stun' && wasAsked(round, url));
  const isAlive = ({ url }: Control) => answered(round.observations.get(url));
  const alive = new Set(stun.filter(isAlive).map(({ url }) => hostOf(url)));
  const isShut = (port: string) => {
    const there = stun.filter(({ url }) => portOf(url) === port);
    return there.length >= 2 && !there.some(isAlive) && there.some(({ url }) => alive.has(hostOf(url)));
  };
  return new Set(stun.map(({ url }) => portOf(url)).filter(isShut));
}

export function silentControls(
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
