import type { Row } from './rows.ts';
import { ServiceRow } from './ServiceRow.tsx';
import { t } from './text.ts';

/** A row a service. The column heads are for the eyes; each row says its states in words. */
export const Services = ({ rows, now }: { rows: readonly Row[]; now: number }) => (
  <section class="services" aria-labelledby="services">
    <div class="services-head">
      <h2 id="services">{t('services.title')}</h2>
      <span aria-hidden="true">{t('services.messages')}</span>
      <span aria-hidden="true">{t('services.calls')}</span>
    </div>
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <ServiceRow row={row} now={now} />
        </li>
      ))}
    </ul>
  </section>
);
