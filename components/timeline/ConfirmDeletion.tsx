import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Losses } from '../../platform/history/deleting.ts';
import { format, plural, t } from '../text.ts';
import type { Deletion } from './model.ts';

interface Props {
  readonly deletion: Deletion;
  /** Of which network; none: said by what stands above. */
  readonly of?: string;
  onDelete(): void;
  onClose(): void;
}

/** Says what will be lost, in numbers, before anything is. */
export function ConfirmDeletion({ deletion, of, onDelete, onClose }: Props) {
  const losses = useSignal<Losses | null>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    let isCurrent = true;
    panel.current?.focus();
    deletion.losses().then(
      (found) => {
        if (isCurrent) losses.value = found;
      },
      () => onClose(),
    );
    return () => {
      isCurrent = false;
    };
  }, [deletion]);
  const lost = losses.value && lostWords(losses.value);
  return (
    <fieldset
      class="panel"
      aria-label={t('timeline.delete_title')}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {of && (
        <p>
          <strong>
            <bdi>{of}</bdi>
          </strong>
        </p>
      )}
      <p role="status">
        {lost && (lost.length > 0 ? t('timeline.loses', format.list(lost)) : t('timeline.loses_nothing'))}
      </p>
      <div class="panel-buttons">
        {lost && lost.length > 0 && (
          <button type="button" class="button button-danger" onClick={onDelete}>
            {t('timeline.delete_now')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('timeline.keep')}
        </button>
      </div>
    </fieldset>
  );
}

export const lostWords = ({ networks, rounds, spells, words, calls }: Losses): string[] => [
  ...(networks > 0 ? [plural('timeline.address_ranges', networks)] : []),
  ...(rounds > 0 ? [plural('timeline.rounds', rounds)] : []),
  ...(spells > 0 ? [plural('timeline.lost.spells', spells)] : []),
  ...(words > 0 ? [plural('timeline.lost.words', words)] : []),
  ...(calls > 0 ? [plural('timeline.lost.calls', calls)] : []),
];
