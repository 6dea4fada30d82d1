import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../text.ts';

interface Props<Value extends number> {
  readonly label: string;
  readonly value: Value;
  /** What is offered; a value that is none of them, set elsewhere, is offered as well. */
  readonly values: readonly Value[];
  readonly locked: boolean;
  readonly children?: ComponentChildren;
  words(value: Value): string;
  onChange(value: Value): void;
}

/** One of many, in a list that opens; what it means stands below. */
export function Pick<Value extends number>({ label, value, values, locked, children, words, onChange }: Props<Value>) {
  const id = useId();
  const offered = [...new Set([...values, value])].sort((a, b) => a - b);
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        disabled={locked}
        onChange={(event) => onChange(Number(event.currentTarget.value) as Value)}
      >
        {offered.map((one) => (
          <option key={one} value={one} selected={one === value}>
            {words(one)}
          </option>
        ))}
      </select>
      <p class="quiet" id={`${id}-hint`}>
        {locked ? t('settings.locked') : children}
      </p>
    </div>
  );
}
