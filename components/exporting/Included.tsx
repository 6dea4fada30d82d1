import type { Choices, Format } from '../../core/history/export/share.ts';
import { t } from '../text.ts';
import { Tick } from './Tick.tsx';

interface Props {
  readonly format: Format;
  readonly choices: Choices;
  /** There are servers of the person's own to speak of. */
  readonly hasOwn: boolean;
  onChange(change: Partial<Choices>): void;
  /** Whether what a block cost stands in the picture; null: there are no figures to tell it from. */
  readonly cost: boolean | null;
  onCost(cost: boolean): void;
}

/** What leaves beside the measurements: nothing, until it is ticked. */
export function Included({ format, choices, hasOwn, cost, onChange, onCost }: Props) {
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
      {format !== 'ooni' && hasOwn && (
        <Tick
          key={`own ${isJson}`}
          label={t(isJson ? 'export.own_json' : 'export.own')}
          hint={t('export.own_hint')}
          on={choices.own}
          onChange={(own) => onChange({ own })}
        />
      )}
      {format === 'card' && cost !== null && <Tick label={t('cost.include')} on={cost} onChange={onCost} />}
    </fieldset>
  );
}
