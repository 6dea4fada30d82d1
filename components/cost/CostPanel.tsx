import { useId } from 'preact/hooks';
import { type BlockedTime, costOf, type Tariff } from '../../core/history/cost.ts';
import { nameOf } from '../names.ts';
import { format, t } from '../text.ts';
import { TariffForm } from './TariffForm.tsx';
import { blockedFor, days, money, priceOf } from './words.ts';

export interface CostPanelProps {
  readonly times: readonly BlockedTime[];
  readonly tariff: Tariff | null;
  /** Null: a figure was taken back. */
  onTariff(tariff: Tariff | null): void;
}

/** How long calls were blocked, by operator and service, and what that cost at the person's own figures. */
export function CostPanel({ times, tariff, onTariff }: CostPanelProps) {
  const id = useId();
  return (
    <section class="panel cost" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('cost.title')}</h2>
      {times.length === 0 ? (
        <p>{t('cost.none')}</p>
      ) : (
        <>
          <p class="quiet">{t('cost.how')}</p>
          <TariffForm tariff={tariff} onTariff={onTariff} />
          <div aria-live="polite">{tariff && <Formula tariff={tariff} />}</div>
          <Table times={times} tariff={tariff} />
        </>
      )}
    </section>
  );
}

const Formula = ({ tariff }: { tariff: Tariff }) => (
  <>
    <p data-cost="formula">{t('cost.formula', format.number(tariff.minutes), priceOf(tariff))}</p>
    <p class="quiet">{t('cost.overlap')}</p>
  </>
);

function Table({ times, tariff }: Pick<CostPanelProps, 'times' | 'tariff'>) {
  return (
    <table class="result">
      <caption class="visually-hidden">{t('cost.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cost.service')}</th>
          <th scope="col">{t('cost.blocked')}</th>
          {tariff && <th scope="col">{t('cost.estimate')}</th>}
        </tr>
      </thead>
      {[...Map.groupBy(times, ({ operator }) => operator)].map(([operator, times]) => (
        <tbody key={operator}>
          <tr>
            <th scope="rowgroup" colSpan={tariff ? 3 : 2}>
              <bdi>{operator}</bdi>
            </th>
          </tr>
          {times.map(({ service, ms, from, until }) => (
            <tr key={service} data-blocked={service}>
              <th scope="row">{nameOf(service)}</th>
              <td>
                {blockedFor(ms)}
                <span class="quiet">{days(from, until)}</span>
              </td>
              {tariff && <td>{money(costOf(ms, tariff), tariff)}</td>}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
