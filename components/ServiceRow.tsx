import { useSignal } from '@preact/signals';
import type { OwnWord } from '../core/history/own-word.ts';
import type { ServiceAssessment } from '../core/verdict/snapshot.ts';
import { Evidence } from './Evidence.tsx';
import { Icon } from './Icon.tsx';
import { callsLabel, messagesLabel } from './labels.ts';
import { nameOf } from './names.ts';
import { ownWord } from './own-words.ts';
import type { Row, RowContext } from './rows.ts';
import { ServiceMark } from './ServiceMark.tsx';
import { Sign } from './Sign.tsx';
import { callSign, messageSign, TONES } from './signs.ts';
import { t } from './text.ts';

interface Props {
  readonly row: Row;
  readonly context: RowContext;
}

/** One service: messages and calls at a glance, opening to the evidence. */
export function ServiceRow({ row: { id, assessment, pending }, context }: Props) {
  const open = useSignal(false);
  if (!assessment) return <WaitingRow id={id} />;
  return (
    <details
      class="service"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary class={pending ? 'service-line is-pending' : 'service-line'}>
        <ServiceMark id={id} />
        <span class="service-name">{nameOf(id)}</span>
        <States assessment={assessment} said={context.said[id]?.word} />
        <Icon name="chevron" />
      </summary>
      {open.value && <Evidence assessment={assessment} context={context} />}
    </details>
  );
}

/** Nothing to open yet. */
const WaitingRow = ({ id }: { id: string }) => (
  <div class="service-line">
    <ServiceMark id={id} />
    <span class="service-name">{nameOf(id)}</span>
    <span class="visually-hidden">{t('calls.waiting')}</span>
    <Sign name="waiting" />
    <Sign name="waiting" />
  </div>
);

/** Two pictures with their words: spelled out for everybody where something is to be said, for screen readers always. */
function States({ assessment, said }: { assessment: ServiceAssessment; said: OwnWord | undefined }) {
  const { calls, messages } = assessment;
  const label = callsLabel(assessment);
  const isRetired = calls.state === 'retired';
  const isQuiet = calls.state === 'clear' && messages.state === 'reachable';
  return (
    <>
      <span class="visually-hidden">{isRetired ? label : spoken(messagesLabel(assessment), label)}</span>
      <Sign name={isRetired ? 'retired' : messageSign(messages)} />
      <Sign name={callSign(calls)} />
      {!isQuiet && (
        <span class={`service-label tone-${TONES[callSign(calls)]}`} aria-hidden="true">
          {label}
        </span>
      )}
      {calls.state === 'untestable' && said && (
        <span class="service-label">{ownWord({ service: assessment.id, word: said })}</span>
      )}
    </>
  );
}

/** Both labels, unless the one for calls says it all. */
const spoken = (messages: string, calls: string): string =>
  calls.includes(messages) ? calls : t('services.spoken', messages, calls);
