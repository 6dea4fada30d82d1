import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { OwnWordRecord } from '../../core/history/records.ts';
import { ownWord } from '../own-words.ts';
import { t } from '../text.ts';

interface Props {
  readonly said: Signal<OwnWordRecord | null>;
  onTakeBack(word: OwnWordRecord): Promise<boolean>;
}

/** What was just noted, and a way back. */
export function OwnWordNote({ said, onTakeBack }: Props) {
  const isUndone = useSignal(false);
  const status = useRef<HTMLParagraphElement>(null);
  const word = said.value;
  const undo = async (word: OwnWordRecord) => {
    if (!(await onTakeBack(word))) return;
    isUndone.value = true;
    said.value = null;
    // The button that was pressed is gone.
    status.current?.focus();
  };
  return (
    <div class="note no-print">
      <p role="status" tabIndex={-1} ref={status}>
        {word ? ownWord(word) : isUndone.value && t('timeline.own.undone')}
      </p>
      {word && (
        <button type="button" class="button" onClick={() => void undo(word)}>
          {t('timeline.own.undo')}
        </button>
      )}
    </div>
  );
}
