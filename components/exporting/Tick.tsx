import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** Something that leaves only when it is ticked. */
export function Tick({ label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={on}
        aria-describedby={hint && id}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && (
          <span class="quiet" id={id}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
