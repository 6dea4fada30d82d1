import type { Row, RowContext } from './rows.ts';
import { ServiceRow } from './ServiceRow.tsx';
import { t } from './text.ts';

interface Props {
  /** The title stands above already. */
  readonly isTitled?: boolean;
  readonly rows: readonly Row[];
  readonly context: RowContext;
}

/** A row a service. The column heads are for the eyes; each row says its states in words. */
export const Services = ({ rows, context, isTitled = false }: Props) => (
  <section class="services" aria-label={t('services.title')}>
    <div class="services-head">
      {isTitled ? <span /> : <h2>{t('services.title')}</h2>}
      <span aria-hidden="true">{t('services.messages')}</span>
      <span aria-hidden="true">{t('services.calls')}</span>
    </div>
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <ServiceRow row={row} context={context} />
        </li>
      ))}
    </ul>
  </section>
);
