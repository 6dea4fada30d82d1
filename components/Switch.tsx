import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** A choice that takes effect at once. Shows what is stored: a choice that was not taken springs back. */
export function Switch({ label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <label class="switch" for={id}>
      <span>
        {label}
        <span class="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        id={id}
        aria-describedby={`${id}-hint`}
        checked={on}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          event.currentTarget.checked = on;
          onChange(wanted);
        }}
      />
    </label>
  );
}
