import { useId } from 'preact/hooks';
import { FORMATS, type Format } from '../../core/history/export/share.ts';
import { t } from '../text.ts';

/** What to make, each with what it is for. */
export function FormatChoice({ format, onChange }: { format: Format; onChange(format: Format): void }) {
  const id = useId();
  return (
    <fieldset>
      <legend>{t('export.format')}</legend>
      {FORMATS.map((one) => (
        <label class="choice" key={one}>
          <input
            type="radio"
            name={id}
            checked={format === one}
            aria-describedby={`${id}-${one}`}
            onChange={() => onChange(one)}
          />
          <span>
            {t(`export.${one}`)}
            <span class="quiet" id={`${id}-${one}`}>
              {t(`export.${one}_hint`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
