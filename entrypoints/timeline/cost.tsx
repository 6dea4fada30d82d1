import { useSignal, useSignalEffect } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { CostPanel } from '../../components/cost/CostPanel.tsx';
import { t } from '../../components/text.ts';
import type { TimelineModel } from '../../components/timeline/model.ts';
import { groupName } from '../../components/timeline/names.ts';
import { type BlockedTime, blockedTimes, readTariff, type Tariff } from '../../core/history/cost.ts';
import type { NetworkGroup } from '../../core/history/grouping.ts';
import { readHistory } from '../../platform/history/reading.ts';
import { tariffItem } from '../../platform/storage.ts';

/** The estimate, on all blocks that were ever recorded: they are kept for good. */
export const costOf = (model: TimelineModel): FunctionComponent =>
  function Costs() {
    const read = useSignal<{ times: readonly BlockedTime[]; tariff: Tariff | null } | 'unread' | null>(null);
    // Read anew after every change of what the page shows.
    useSignalEffect(() => {
      Promise.all([timesOf(model.groups.value ?? [], model.now.peek()), tariffItem.getValue()]).then(
        ([times, stored]) => {
          read.value = { times, tariff: readTariff(stored) };
        },
        () => {
          read.value = 'unread';
        },
      );
    });
    if (read.value === 'unread') return <p role="status">{t('timeline.unavailable')}</p>;
    if (!read.value) return <p role="status">{t('timeline.loading')}</p>;
    const { times, tariff } = read.value;
    const changed = (tariff: Tariff | null) => {
      read.value = { times, tariff };
      void tariffItem.setValue(tariff);
    };
    return <CostPanel times={times} tariff={tariff} onTariff={changed} />;
  };

async function timesOf(groups: readonly NetworkGroup[], now: number): Promise<BlockedTime[]> {
  const { networks, spells } = await readHistory({ from: 0, to: now }, ['spells']);
  return blockedTimes(
    groups.flatMap((group) => {
      const ranges = networks.filter(({ key }) => group.keys.includes(key));
      // By operator, whatever the person calls it: one name may stand for networks of several.
      return [...Map.groupBy(ranges, ({ operator }) => operator ?? groupName(group))].map(([operator, own]) => ({
        operator,
        spells: spells.filter(({ network }) => own.some(({ key }) => key === network)),
      }));
    }),
    now,
  );
}
