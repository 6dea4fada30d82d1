import type { NetworkRecord } from '../../core/history/records.ts';
import { t } from '../text.ts';
import { placeOf } from './words.ts';

interface Props {
  /** In the order in which they are numbered. */
  readonly all: readonly NetworkRecord[];
  readonly networks: readonly NetworkRecord[];
  readonly about: NetworkRecord;
  onChange(key: string): void;
}

/** A picture is of one network. */
export const NetworkChoice = ({ all, networks, about, onChange }: Props) => (
  <label class="field">
    {t('export.which')}
    <select value={about.key} onChange={(event) => onChange(event.currentTarget.value)}>
      {networks.map((network) => (
        <option key={network.key} value={network.key}>
          {placeOf(network) || t('export.network_number', all.indexOf(network) + 1)}
        </option>
      ))}
    </select>
  </label>
);
