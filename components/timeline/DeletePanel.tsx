import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../text.ts';
import { ConfirmDeletion } from './ConfirmDeletion.tsx';
import { DisclosureLine } from './DisclosureLine.tsx';
import type { Deletion, TimelineActions } from './model.ts';

/** Deletion by time, and of everything. One network is deleted where it stands. */
export function DeletePanel({ actions }: { actions: TimelineActions }) {
  const id = useId();
  const from = useSignal('');
  const until = useSignal('');
  const asked = useSignal<Deletion | null>(null);
  const status = useSignal('');
  const between = daysBetween(from.value, until.value);

  const ask = (deletion: Deletion) => {
    status.value = '';
    asked.value = deletion;
  };
  const forget = async (deletion: Deletion) => {
    asked.value = null;
    if (await actions.forget(deletion)) status.value = t('timeline.deleted');
  };

  return (
    <details class="disclosure no-print">
      <DisclosureLine title={t('timeline.delete_title')} />
      <div class="disclosure-body">
        <form
          class="delete-time"
          onSubmit={(event) => {
            event.preventDefault();
            if (between) ask(actions.deletions.between(...between));
          }}
        >
          {(
            [
              [from, 'timeline.delete_from'],
              [until, 'timeline.delete_until'],
            ] as const
          ).map(([day, text]) => (
            <label key={text} for={`${id}${text}`}>
              {t(text)}
              <input
                id={`${id}${text}`}
                type="date"
                required
                value={day.value}
                onInput={(event) => {
                  day.value = event.currentTarget.value;
                }}
              />
            </label>
          ))}
          <button type="submit" class="button" disabled={!between}>
            {t('timeline.delete_time')}
          </button>
        </form>
        <button type="button" class="button" onClick={() => ask(actions.deletions.everything())}>
          {t('timeline.delete_all')}
        </button>
        {asked.value && (
          <ConfirmDeletion
            deletion={asked.value}
            onClose={() => {
              asked.value = null;
            }}
            onDelete={() => void (asked.value && forget(asked.value))}
          />
        )}
        <p role="status">{status.value}</p>
      </div>
    </details>
  );
}

/** From the first moment of one local day to the last of another; null: no such time. */
function daysBetween(from: string, until: string): [from: number, to: number] | null {
  const first = new Date(`${from}T00:00`);
  const last = new Date(`${until}T00:00`);
  last.setDate(last.getDate() + 1);
  return first < last ? [Math.max(0, first.getTime()), last.getTime() - 1] : null;
}
