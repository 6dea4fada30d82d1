import type { Observation } from '../../core/evidence/observation.ts';
import type { OwnServer } from '../../core/own/server.ts';
import { Sign } from '../Sign.tsx';
import { t } from '../text.ts';
import { type Found, foundOf } from './found.ts';

/** By address. */
export type Answers = ReadonlyMap<string, Observation>;

interface Props {
  readonly server: OwnServer;
  readonly answers: Answers;
  readonly isRunning: boolean;
}

/** What each address did when it was asked once. */
export function QuickTest({ server, answers, isRunning }: Props) {
  const outcomes = [...answers.values()].map(({ outcome }) => outcome);
  return (
    <div class="quick">
      <h3>{t('servers.tested')}</h3>
      <ul class="found">
        {server.addresses.map((address) => {
          const observation = answers.get(address.url);
          const found: Found = observation
            ? foundOf(address, observation, server.hasCredentials === true)
            : isRunning
              ? { sign: 'checking', text: t('servers.found.asking') }
              : { sign: 'untestable', text: t('servers.found.not_asked') };
          return (
            <li key={address.url} data-outcome={observation?.outcome}>
              <Sign name={found.sign} {...(found.tone && { tone: found.tone })} />
              <bdi class="address" dir="ltr">
                {address.url}
              </bdi>
              <span>{found.text}</span>
            </li>
          );
        })}
      </ul>
      {!isRunning && outcomes.includes('silent') && <p class="quiet">{t('servers.one_silence')}</p>}
      {!isRunning && !outcomes.includes('silent') && outcomes.includes('failed') && (
        <p class="quiet">{t('servers.one_failure')}</p>
      )}
    </div>
  );
}
