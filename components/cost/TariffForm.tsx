import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { MOST, readTariff } from '../../core/history/cost.ts';
import { locale, t } from '../text.ts';
import type { CostPanelProps } from './CostPanel.tsx';
import { readFigure, writeFigure } from './figure.ts';

/** The person's figures. Each change counts at once; as long as one is missing there is no estimate. */
export function TariffForm({ tariff, onTariff }: Omit<CostPanelProps, 'times'>) {
  const filled = useSignal({
    minutes: tariff ? writeFigure(tariff.minutes, locale) : '',
    price: tariff ? writeFigure(tariff.price, locale) : '',
    currency: tariff?.currency ?? 'USD',
  });
  const change = (part: Partial<typeof filled.value>) => {
    filled.value = { ...filled.value, ...part };
    const { minutes, price, currency } = filled.value;
    onTariff(readTariff({ minutes: readFigure(minutes, locale), price: readFigure(price, locale), currency }));
  };
  const { minutes, price } = filled.value;
  return (
    <form class="tariff" onSubmit={(event) => event.preventDefault()}>
      <Figure
        name="minutes"
        label={t('cost.minutes')}
        most={MOST.minutes}
        value={minutes}
        onInput={(minutes) => change({ minutes })}
      />
      <Figure
        name="price"
        label={t('cost.price')}
        most={MOST.price}
        value={price}
        onInput={(price) => change({ price })}
      />
      <Currency value={filled.value.currency} onChange={(currency) => change({ currency })} />
    </form>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly value: string;
  onInput(value: string): void;
}

function Figure({ name, label, most, value, onInput }: FigureProps) {
  const id = useId();
  // There is no estimate of it. Nothing, and the 0 that many a price begins with, are not wrong yet.
  const isWrong = value !== '' && !(readFigure(value, locale) <= most);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

function Currency({ value, onChange }: { value: string; onChange(value: string): void }) {
  const id = useId();
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (
    <div class="field">
      <label for={id}>{t('cost.currency')}</label>
      <select id={id} name="currency" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Intl.supportedValuesOf('currency').map((code) => (
          <option key={code} value={code} selected={code === value}>
            {code} · {names.of(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
