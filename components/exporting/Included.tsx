import type { Choices, Format } from '../../core/history/export/share.ts';
import { t } from '../text.ts';
import { Tick } from './Tick.tsx';

interface Props {
  readonly format: Format;
  readonly choices: Choices;
  onChange(change: Partial<Choices>): void;
}

/** What leaves beside the measurements: nothing, until it is ticked. */
export function Included({ format, choices, onChange }: Props) {
  const isJson = format === 'json';
  return (
    <fieldset>
      <legend>{t('export.include')}</legend>
      {format !== 'ooni' && (
        <Tick
          key={isJson}
          label={t(isJson ? 'export.names_json' : 'export.names')}
          {...(isJson && { hint: t('export.names_json_hint') })}
          on={choices.names}
          onChange={(names) => onChange({ names })}
        />
      )}
      <Tick label={t('export.place')} on={choices.place} onChange={(place) => onChange({ place })} />
      {isJson && <Tick label={t('export.raw')} on={choices.raw} onChange={(raw) => onChange({ raw })} />}
    </fieldset>
  );
}
