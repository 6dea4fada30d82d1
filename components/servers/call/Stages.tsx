import type { CallStage } from '../../../core/call/call.ts';
import { Sign } from '../../Sign.tsx';
import type { SignName } from '../../signs.ts';
import { t } from '../../text.ts';
import { stageKey } from '../words.ts';

export interface StageState {
  readonly stage: CallStage;
  readonly state: 'reached' | 'now' | 'later' | 'missed';
  /** The state in words. */
  readonly words: string;
}

const SIGNS: Record<StageState['state'], SignName> = {
  reached: 'ok',
  now: 'checking',
  later: 'waiting',
  missed: 'blocked',
};

/** The stages of a call in their order, each with a sign and words. */
export const Stages = ({ states }: { states: readonly StageState[] }) => (
  <ol class="stages">
    {states.map(({ stage, state, words }) => (
      <li key={stage} data-stage={stage} data-state={state}>
        <Sign name={SIGNS[state]} />
        <span>{t(stageKey(stage))}</span>
        <span class="quiet">{words}</span>
      </li>
    ))}
  </ol>
);
