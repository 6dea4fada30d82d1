import { transportOf } from '../core/catalogue/endpoint.ts';
import type { Observation } from '../core/evidence/observation.ts';
import type { EndpointEvidence } from '../core/verdict/snapshot.ts';
import { format, t } from './text.ts';
import { groundOf, isDiscounted, isSilent } from './votes.ts';
import { mechanismKey, outcomeKey, roleKey } from './wording.ts';

/** One server: its address, what it is for, how it was asked, what came back. */
export function ServerLine({ endpoint, now }: { endpoint: EndpointEvidence; now: number }) {
  const { url, role, observation } = endpoint;
  const facts = [t(roleKey(role)), transportOf(url).toUpperCase(), t(outcomeKey(endpoint))];
  if (observation && observation.outcome !== 'inconclusive') facts.push(format.milliseconds(observation.durationMs));
  if (observation?.mechanism && observation.mechanism !== 'unknown') facts.push(t(mechanismKey(observation.mechanism)));
  if (isSilent(endpoint)) {
    const counts = isDiscounted(endpoint) ? 'evidence.silence_not_counted' : 'evidence.silence_counted';
    facts.push(t(counts), ...groundOf(endpoint));
    if (endpoint.lastAnswered !== undefined)
      facts.push(t('evidence.last_answered', format.moment(endpoint.lastAnswered, now)));
  } else if (endpoint.ground === 'retired') facts.push(...groundOf(endpoint));
  return (
    <li class={`server is-${observation?.outcome ?? 'unasked'}`}>
      <bdi class="address" dir="ltr">
        {url}
      </bdi>
      <span>
        {facts.join(' · ')}
        {observation?.code && (
          <>
            {' · '}
            <code dir="ltr">{codeWords(observation)}</code>
          </>
        )}
      </span>
    </li>
  );
}

/** The status of a SIP response is no error of the way to it, whatever it says. */
const codeWords = ({ probe, code = '' }: Observation): string =>
  probe === 'sip' && /^[1-6]\d\d$/.test(code) ? `SIP ${code}` : code;
