import type { CallStage } from '../../core/call/call.ts';
import type { Problem } from '../../core/own/problems.ts';
import { t } from '../text.ts';
import { type TextKey, underscored } from '../wording.ts';

/** From ids to their texts, as in `wording.ts`. */

export const problemText = ({ id, piece }: Problem): string =>
  (t as (key: TextKey, piece: string) => string)(
    `servers.problem.${underscored(id)}` as const satisfies TextKey,
    piece,
  );

export const stageKey = (stage: CallStage) => `servers.call.stages.${underscored(stage)}` as const satisfies TextKey;
