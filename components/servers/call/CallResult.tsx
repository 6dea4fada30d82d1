import type { TestCall } from '../../../core/call/call.ts';
import { conclusionWords } from '../../call-words.ts';
import { Sign } from '../../Sign.tsx';
import { TONES } from '../../signs.ts';
import { t } from '../../text.ts';
import { type TextKey, underscored } from '../../wording.ts';
import { CONCLUSION_SIGNS } from './signs.ts';
import { TransportResult } from './TransportResult.tsx';

/** What the test call that has just ended found. */
export function CallResult({ call }: { call: TestCall }) {
  const sign = CONCLUSION_SIGNS[call.conclusion];
  return (
    <div class="call-result">
      <div class={`answer tone-${TONES[sign]}`}>
        <Sign name={sign} />
        <h4>{conclusionWords(call)}</h4>
      </div>
      <CallDetails call={call} />
    </div>
  );
}

/** What to try, then each transport. */
export const CallDetails = ({ call }: { call: TestCall }) => (
  <div class="call-result">
    {!call.calls.every(({ end }) => end === 'untestable') && (
      <p>{t(`servers.call.advice.${underscored(call.conclusion)}` as const satisfies TextKey)}</p>
    )}
    {call.calls.map((one) => (
      <TransportResult key={one.transport} call={one} />
    ))}
    <p class="quiet">{t('servers.call.limits')}</p>
  </div>
);
