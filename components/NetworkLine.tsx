import type { Place } from '../core/history/place.ts';
import type { Connection } from './model.ts';
import { format, t } from './text.ts';

interface Props {
  readonly connection: Connection | null;
  readonly place: Pick<Place, 'name' | 'operator'> | null;
  readonly checkedAt: number | null;
  readonly now: number;
}

/** Which network, and how old the answer is. */
export function NetworkLine({ connection, place, checkedAt, now }: Props) {
  return (
    <div class="network">
      <p class="network-name">
        {/* Names come from a table and from the person: in any script, and any direction. */}
        <bdi>{place?.name ?? place?.operator ?? t('connection.this_network')}</bdi>
        {connection && ` · ${t(`connection.${connection}`)}`}
      </p>
      {checkedAt !== null && <p class="quiet">{t('checked', format.ago(checkedAt, now) ?? t('just_now'))}</p>}
    </div>
  );
}
