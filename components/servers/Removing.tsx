import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';

interface Props {
  readonly name: string;
  onRemove(): void;
  onKeep(): void;
}

/** Before a server goes: what goes with it, and what stays. */
export function Removing({ name, onRemove, onKeep }: Props) {
  const panel = useRef<HTMLFieldSetElement>(null);
  // At once: Escape belongs to the question.
  useLayoutEffect(() => panel.current?.focus(), []);
  return (
    <fieldset
      class="panel"
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onKeep();
      }}
    >
      <legend>{t('servers.removing.title', name)}</legend>
      <p>{t('servers.removing.hint')}</p>
      <div class="panel-buttons">
        <button type="button" class="button button-danger" data-do="remove-now" onClick={onRemove}>
          {t('servers.removing.remove')}
        </button>
        <button type="button" class="button" onClick={onKeep}>
          {t('timeline.keep')}
        </button>
      </div>
    </fieldset>
  );
}
