import type { OwnServer } from '../../core/own/server.ts';
import type { ServiceAssessment } from '../../core/verdict/snapshot.ts';
import { callsLabel, messagesLabel } from '../labels.ts';
import { reasonOf } from '../reason.ts';
import { Sign } from '../Sign.tsx';
import { callSign, messageSign, type SignName, TONES } from '../signs.ts';
import { t } from '../text.ts';

interface Props {
  readonly server: OwnServer;
  readonly assessment: ServiceAssessment | undefined;
}

/** What the checks say of it on this network, in the popup's words. A part that it has no address for is left out. */
export function CardVerdict({ server: { addresses }, assessment }: Props) {
  if (!assessment) return <State sign="unknown" label={t('servers.not_checked')} />;
  const isRelay = addresses.some(({ kind }) => kind === 'stun' || kind === 'turn');
  const isSignalling = addresses.some(({ kind }) => kind === 'sip' || kind === 'web');
  return (
    <>
      {isSignalling && (
        <State
          sign={messageSign(assessment.messages)}
          label={messagesLabel(assessment)}
          reason={isRelay ? undefined : reasonOf(assessment.messages)}
        />
      )}
      {isRelay && (
        <State sign={callSign(assessment.calls)} label={callsLabel(assessment)} reason={reasonOf(assessment.calls)} />
      )}
    </>
  );
}

const State = ({ sign, label, reason }: { sign: SignName; label: string; reason?: string | undefined }) => (
  <p class={`state tone-${TONES[sign]}`}>
    <Sign name={sign} />
    <strong>{label}</strong>
    {reason && <span class="quiet">{reason}</span>}
  </p>
);
