import type { Connection } from './model.ts';
import { format, t } from './text.ts';

interface Props {
  readonly connection: Connection | null;
  readonly checkedAt: number | null;
  readonly now: number;
}

/** Which network, and how old the answer is. */
export function NetworkLine({ connection, checkedAt, now }: Props) {
  return (
    <div class="network">
      <p class="network-name">
        {t('connection.this_network')}
        {connection && ` · ${t(`connection.${connection}`)}`}
      </p>
      {checkedAt !== null && <p class="quiet">{t('checked', format.ago(checkedAt, now) ?? t('just_now'))}</p>}
    </div>
  );
}
