import { useSignal } from '@preact/signals';
import type { TestCall } from '../../../core/call/call.ts';
import { conclusionWords } from '../../call-words.ts';
import { Icon } from '../../Icon.tsx';
import { Sign } from '../../Sign.tsx';
import { t } from '../../text.ts';
import { moment } from '../../timeline/format.ts';
import { CallDetails } from './CallResult.tsx';
import { CONCLUSION_SIGNS } from './signs.ts';

/** Earlier calls on this network, each opening to what it found. */
export const LastCalls = ({ calls }: { calls: readonly TestCall[] }) =>
  calls.length === 0 ? null : (
    <div class="last-calls">
      <h4>{t('servers.call.last')}</h4>
      {calls.map((call) => (
        <LastCall key={call.at} call={call} />
      ))}
    </div>
  );

function LastCall({ call }: { call: TestCall }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Icon name="chevron" />
        <Sign name={CONCLUSION_SIGNS[call.conclusion]} />
        <span>
          {conclusionWords(call)} <span class="quiet">{moment(call.at)}</span>
        </span>
      </summary>
      {isOpen.value && <CallDetails call={call} />}
    </details>
  );
}
