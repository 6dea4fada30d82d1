import type { Snapshot } from '../core/verdict/snapshot.ts';
import type { NetworkState } from '../core/vocabulary.ts';
import { AdviceList } from './AdviceList.tsx';
import { networkAdvice } from './advice.ts';
import { Disclosure } from './Disclosure.tsx';
import { t } from './text.ts';

/** What a person can do about the verdict on the network: open where that is the whole answer, and one press away elsewhere. */
export function CanDo({ network, confirming }: Pick<Snapshot, 'network' | 'confirming'>) {
  const advice = networkAdvice(network, confirming);
  if (advice.length === 0) return null;
  return (
    <Disclosure title={t('can_do')} isOpen={!ANSWERED_BY_SERVICES.includes(network.state)}>
      <AdviceList advice={advice} />
    </Disclosure>
  );
}

/** Verdicts that leave something to choose among the services. */
const ANSWERED_BY_SERVICES: readonly NetworkState[] = ['clear', 'impaired', 'some-blocked', 'calls-blocked'];
