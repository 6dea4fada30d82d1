import { useId } from 'preact/hooks';
import { t } from '../text.ts';

interface Props<Value extends string | number> {
  readonly legend: string;
  readonly hint?: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly locked: boolean;
  onChange(value: Value): void;
}

/** One of a few, all in view. */
export function Radios<Value extends string | number>({
  legend,
  hint,
  value,
  choices,
  locked,
  onChange,
}: Props<Value>) {
  const id = useId();
  const said = locked ? t('settings.locked') : hint;
  return (
    <fieldset class="radios" aria-describedby={said && `${id}-hint`} disabled={locked}>
      <legend>{legend}</legend>
      {said && (
        <p class="quiet" id={`${id}-hint`}>
          {said}
        </p>
      )}
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            aria-describedby={choice.hint && `${id}-${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && (
              <span class="quiet" id={`${id}-${choice.value}`}>
                {choice.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
