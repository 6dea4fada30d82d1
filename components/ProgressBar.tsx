import type { Progress } from '../core/verdict/snapshot.ts';
import { t } from './text.ts';

/** A thin bar of answers that are in. Empty until the round has shown itself. */
export function ProgressBar({ progress }: { progress: Progress | null }) {
  const total = Math.max(progress?.total ?? 1, 1);
  const done = Math.min(progress?.done ?? 0, total);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={t('progress.label')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={t('progress.value', done, total)}
    >
      <div class="progress-done" style={{ '--done': `${(100 * done) / total}%` }} />
    </div>
  );
}
