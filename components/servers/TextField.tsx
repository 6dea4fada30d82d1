import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Field, Wrong } from './filled.ts';
import { Wrongs } from './Wrongs.tsx';

interface Props {
  readonly name: Field;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isMasked?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly wrongs: readonly Wrong[];
  /** Beside the field. */
  readonly children?: ComponentChildren;
  onInput(typed: string): void;
}

/** A field of one line with its label, its hint and what is wrong with it. */
export function TextField({ name, label, hint, value, isMasked = false, wrongs, children, onInput, ...more }: Props) {
  const id = useId();
  const isWrong = wrongs.some(({ field }) => field === name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          {...more}
          id={id}
          name={name}
          {...(isMasked ? { type: 'password' } : { type: 'text' })}
          dir={name === 'name' ? 'auto' : 'ltr'}
          value={value}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${hint ? `${id}-hint` : ''} ${isWrong ? `${id}-wrong` : ''}`.trim() || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {children}
      </div>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Wrongs id={`${id}-wrong`} of={name} wrongs={wrongs} />
    </div>
  );
}
