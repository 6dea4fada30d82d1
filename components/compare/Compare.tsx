import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { type Compared, compare } from '../../core/history/compare.ts';
import { format, t } from '../text.ts';
import { Conclusion } from './Conclusion.tsx';
import { ResultTable } from './ResultTable.tsx';
import { SidePicker } from './SidePicker.tsx';
import { type Named, type Pick, sideOf, thisAndAnother, weekAgoAndNow } from './sides.ts';

export interface CompareProps {
  /** The one that the person is on comes first. */
  readonly networks: readonly Named[];
  readonly history: Compared;
  readonly now: number;
}

/** Two networks or two times side by side: what becomes reachable, what gets lost, what it costs. */
export function Compare({ networks, history, now }: CompareProps) {
  const several = networks.length > 1;
  const picks = useSignal(several ? thisAndAnother(now) : weekAgoAndNow(now));
  const [first, second] = picks.value;
  const id = useId();
  const result = useMemo(
    () => compare(history, sideOf(first, networks, now), sideOf(second, networks, now)),
    [history, networks, now, first, second],
  );
  const labels = [labelOf(first, networks), labelOf(second, networks)] as const;
  return (
    <section class="panel compare" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('compare.title')}</h2>
      <div class="panel-actions">
        {several && (
          <button type="button" class="button" onClick={() => (picks.value = thisAndAnother(now))}>
            {t('compare.preset_networks')}
          </button>
        )}
        <button type="button" class="button" onClick={() => (picks.value = weekAgoAndNow(now))}>
          {t('compare.preset_before')}
        </button>
      </div>
      <div class="sides">
        <SidePicker
          title={t('compare.first')}
          networks={networks}
          pick={first}
          onChange={(pick) => (picks.value = [pick, second])}
        />
        <SidePicker
          title={t('compare.second')}
          networks={networks}
          pick={second}
          onChange={(pick) => (picks.value = [first, pick])}
        />
      </div>
      <Conclusion result={result} labels={labels} />
      {result.services.length > 0 && <ResultTable result={result} labels={labels} />}
    </section>
  );
}

function labelOf({ network, when, moment }: Pick, networks: readonly Named[]): string {
  const at = new Date(moment).getTime();
  const time =
    when === 'moment' && !Number.isNaN(at) ? format.moment(at, Number.POSITIVE_INFINITY) : t(`compare.when_${when}`);
  return t('compare.side', networks[network]?.label ?? '', time);
}
