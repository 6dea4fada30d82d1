import type { ServiceAssessment } from '../core/verdict/snapshot.ts';
import { AdviceList } from './AdviceList.tsx';
import { serviceAdvice } from './advice.ts';
import { Certainty } from './Certainty.tsx';
import { HelpLink } from './HelpLink.tsx';
import { callsLabel, messagesLabel, successorOf } from './labels.ts';
import { OwnWord } from './OwnWord.tsx';
import { serviceReason } from './reason.ts';
import type { RowContext } from './rows.ts';
import { Servers } from './Servers.tsx';
import { TestCallLine } from './TestCallLine.tsx';
import { t } from './text.ts';

interface Props {
  readonly assessment: ServiceAssessment;
  readonly context: RowContext;
}

/** Why a service is judged as it is: plain words first, then what to do, then the technical lines. */
export function Evidence({ assessment, context }: Props) {
  const { works, isConfirming, now } = context;
  const { id, calls, messages, evidence } = assessment;
  // An outage is one of the whole service: its calls and messages have the same heading and the same reason.
  const isAllDown = calls.state === 'down' && messages.state === 'down';
  const successor = successorOf(id);
  const advice = serviceAdvice(calls, works, isConfirming).filter(
    (key) => key !== 'advice.use_successor' || successor !== undefined,
  );
  return (
    <div class="evidence">
      <h3>{callsLabel(assessment)}</h3>
      <p>{serviceReason(assessment, 'calls')}</p>
      <HelpLink about={calls.rule} />
      {calls.state !== 'retired' && (
        <>
          <Certainty judgement={calls} now={now} />
          <TestCallLine assessment={assessment} now={now} />
          {!isAllDown && (
            <>
              <h3>{messagesLabel(assessment)}</h3>
              <p>{serviceReason(assessment, 'messages')}</p>
            </>
          )}
          <OwnWord service={id} context={context} />
        </>
      )}
      {advice.length > 0 && (
        <>
          <h3>{t('can_do')}</h3>
          <AdviceList advice={advice} works={works} successor={successor} />
        </>
      )}
      {evidence.length > 0 && <Servers evidence={evidence} now={now} />}
    </div>
  );
}
