import { CALL_STAGES, type CallProgress, type CallTransport } from '../../../core/call/call.ts';
import { t } from '../../text.ts';
import { Curves } from './Curves.tsx';
import { type StageState, Stages } from './Stages.tsx';
import { over } from './words.ts';

interface Props {
  readonly transports: readonly CallTransport[];
  /** Null until something is heard of the call. */
  readonly progress: CallProgress | null;
}

/** How far the call is, as it truly is: the stages that were reached, its share of the longest time, and what is heard. */
export function CallRunning({ transports, progress }: Props) {
  const transport = progress?.transport ?? transports[0];
  if (!transport) return null;
  const before = transports.indexOf(transport);
  const done = (before + (progress?.share ?? 0)) / transports.length;
  return (
    <div class="call-running">
      <progress max={1} value={done} aria-label={t('servers.call.progress')} />
      <h4>
        {over(transport)}
        {transports.length > 1 && (
          <span class="quiet" dir="ltr">
            {before + 1}/{transports.length}
          </span>
        )}
      </h4>
      <Stages states={statesOf(progress)} />
      <Curves seconds={progress?.seconds ?? []} />
    </div>
  );
}

/** What stands before the stage under way was reached. */
function statesOf(progress: CallProgress | null): StageState[] {
  const reached = progress?.stage ? CALL_STAGES.indexOf(progress.stage) : 0;
  return CALL_STAGES.map((stage, index) => ({
    stage,
    state: index < reached ? 'reached' : index === reached ? 'now' : 'later',
    words: t(
      index < reached
        ? 'servers.call.stage.reached'
        : index === reached
          ? 'servers.call.stage.now'
          : 'servers.call.stage.later',
    ),
  }));
}
