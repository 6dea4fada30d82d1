import { useEffect, useId, useRef } from 'preact/hooks';
import type { NetworkGroup } from '../../core/history/grouping.ts';
import { t } from '../text.ts';

interface Props {
  readonly group: NetworkGroup;
  onName(name: string | null): void;
  onClose(): void;
}

/** As long as a record takes. */
const MOST = 60;

/** What the person calls a network. */
export function NameForm({ group, onName, onClose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onName(input.current?.value || null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label for={id}>{t('timeline.name_label')}</label>
      <input
        id={id}
        ref={input}
        type="text"
        dir="auto"
        maxLength={MOST}
        autoComplete="off"
        value={group.name ?? ''}
        aria-describedby={`${id}-hint`}
      />
      <p class="quiet" id={`${id}-hint`}>
        {t('timeline.name_hint')}
      </p>
      <div class="panel-buttons">
        <button type="submit" class="button">
          {t('timeline.save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}
