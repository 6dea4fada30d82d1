import type { Control } from '../catalogue/runtime.ts';
import { type Loss, NO_LOSS } from '../evidence/line.ts';
import { type Memory, type NetworkMemory, silentRounds } from '../evidence/memory.ts';
import { QUORUM } from './network-facts.ts';
import { answered, operators, type Round, wasAsked } from './round.ts';
import type { ControlGroup } from './snapshot.ts';

/** What the controls of a round tell about the line, and about themselves. */

/** Operators asked and lost in this round: two controls of one operator fail together, so they are one observation. */
export function operatorLoss(
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
