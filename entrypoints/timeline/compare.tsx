import { useSignal, useSignalEffect } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';
import { Compare } from '../../components/compare/Compare.tsx';
import type { Named } from '../../components/compare/sides.ts';
import { t } from '../../components/text.ts';
import type { TimelineModel } from '../../components/timeline/model.ts';
import { groupName } from '../../components/timeline/names.ts';
import { DAY_MS } from '../../core/day.ts';
import type { NetworkGroup } from '../../core/history/grouping.ts';
import type { History } from '../../core/history/records.ts';
import { readHistory } from '../../platform/history/reading.ts';

/** Rounds are kept for so long, and only they have times to compare. */
const SPAN_MS = 90 * DAY_MS;

/** The comparison, on everything that is remembered of the last months. */
export const compareOf = (model: TimelineModel): FunctionComponent =>
  function Comparison() {
    const history = useSignal<History | 'unread' | null>(null);
    // Read anew after every change of what the page shows.
    useSignalEffect(() => {
      const now = model.contents.value && Date.now();
      readHistory({ from: now - SPAN_MS, to: Number.MAX_SAFE_INTEGER }, ['rounds', 'days', 'calls']).then(
        (read) => {
          history.value = read;
        },
        () => {
          history.value = 'unread';
        },
      );
    });
    const groups = model.groups.value;
    const networks = useMemo(() => labelled(groups ?? []), [groups]);
    if (history.value === 'unread') return <p role="status">{t('timeline.unavailable')}</p>;
    if (!history.value || networks.length === 0) return <p role="status">{t('timeline.loading')}</p>;
    return <Compare networks={networks} history={history.value} now={model.now.value} />;
  };

/** Two networks may have one name: their number tells them apart. */
function labelled(groups: readonly NetworkGroup[]): Named[] {
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const name = groupName(group);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { label: count > 1 ? `${name} (${count})` : name, keys: group.keys };
  });
}
