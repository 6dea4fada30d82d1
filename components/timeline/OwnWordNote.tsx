import type { Signal } from '@preact/signals';
import type { OwnWordRecord } from '../../core/history/records.ts';
import { t } from '../text.ts';
import { ownWord } from './describe.ts';

interface Props {
  readonly said: Signal<OwnWordRecord | null>;
  onTakeBack(word: OwnWordRecord): Promise<boolean>;
}

/** What was just noted, and a way back. */
export function OwnWordNote({ said, onTakeBack }: Props) {
  const word = said.value;
  return (
    <div class="note no-print">
      <p role="status">{word && ownWord(word)}</p>
      {word && (
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (await onTakeBack(word)) said.value = null;
          }}
        >
          {t('timeline.own.undo')}
        </button>
      )}
    </div>
  );
}
