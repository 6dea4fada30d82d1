import { useId } from 'preact/hooks';
import { t } from './text.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly locked: boolean;
  onChange(on: boolean): void;
}

/** A choice that takes effect at once. Shows what is stored: a choice that was not taken springs back. */
export function Switch({ label, hint, on, locked, onChange }: Props) {
  const id = useId();
  const said = locked ? t('settings.locked') : hint;
  return (
    <label class="switch" for={id}>
      <span>
        {label}
        {said && (
          <span class="quiet" id={`${id}-hint`}>
            {said}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        id={id}
        aria-describedby={said && `${id}-hint`}
        checked={on}
        disabled={locked}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          event.currentTarget.checked = on;
          onChange(wanted);
        }}
      />
    </label>
  );
}
