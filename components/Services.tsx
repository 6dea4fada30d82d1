import type { Row } from './rows.ts';
import { ServiceRow } from './ServiceRow.tsx';
import { t } from './text.ts';
import type { WorksNow } from './works-now.ts';

interface Props {
  /** The title stands above already. */
  readonly isTitled?: boolean;
  readonly rows: readonly Row[];
  readonly works: WorksNow | null;
  readonly now: number;
}

/** A row a service. The column heads are for the eyes; each row says its states in words. */
export const Services = ({ rows, works, now, isTitled = false }: Props) => (
  <section class="services" aria-label={t('services.title')}>
    <div class="services-head">
      {isTitled ? <span /> : <h2>{t('services.title')}</h2>}
      <span aria-hidden="true">{t('services.messages')}</span>
      <span aria-hidden="true">{t('services.calls')}</span>
    </div>
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <ServiceRow row={row} works={works} now={now} />
        </li>
      ))}
    </ul>
  </section>
);
