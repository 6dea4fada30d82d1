import type { Snapshot } from '../core/verdict/snapshot.ts';
import { AdviceList } from './AdviceList.tsx';
import { networkAdvice } from './advice.ts';
import { t } from './text.ts';
import type { WorksNow } from './works-now.ts';

/** What a person can do about the verdict on the network. */
export function CanDo({ snapshot, works }: { snapshot: Snapshot; works: WorksNow | null }) {
  const advice = networkAdvice(snapshot.network, works);
  if (advice.length === 0) return null;
  return (
    <section class="can-do">
      <h2>{t('can_do')}</h2>
      <AdviceList advice={advice} works={works} />
    </section>
  );
}
