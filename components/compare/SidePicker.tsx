import { t } from '../text.ts';
import { type Named, type Pick, WHENS, type When } from './sides.ts';

interface Props {
  readonly title: string;
  readonly networks: readonly Named[];
  readonly pick: Pick;
  onChange(pick: Pick): void;
}

export const SidePicker = ({ title, networks, pick, onChange }: Props) => (
  <fieldset>
    <legend>{title}</legend>
    <label class="field">
      {t('compare.network')}
      <select
        value={pick.network}
        onChange={(event) => onChange({ ...pick, network: Number(event.currentTarget.value) })}
      >
        {networks.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <label class="field">
      {t('compare.when')}
      <select value={pick.when} onChange={(event) => onChange({ ...pick, when: event.currentTarget.value as When })}>
        {WHENS.map((when) => (
          <option key={when} value={when}>
            {t(`compare.when_${when}`)}
          </option>
        ))}
      </select>
    </label>
    {pick.when === 'moment' && (
      <label class="field">
        {t('compare.moment')}
        <input
          type="datetime-local"
          value={pick.moment}
          onChange={(event) => onChange({ ...pick, moment: event.currentTarget.value })}
        />
      </label>
    )}
  </fieldset>
);
