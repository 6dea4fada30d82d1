import { addressesOf, controlHosts, feedHosts, serviceHosts } from '../contacts.ts';
import { Disclosure } from '../Disclosure.tsx';
import { nameOf } from '../names.ts';
import { plural, t } from '../text.ts';
import { Step } from './Step.tsx';

interface Props {
  readonly services: readonly string[];
  /** Hosts that give newer lists of servers; none where these are not wanted. */
  readonly mirrors: readonly string[];
  /** Where an organisation has the states reported to. */
  readonly reportsTo: string | null;
}

/** What will be contacted, who sees it, and what cannot be known from it. */
export function Contacts({ services, mirrors, reportsTo }: Props) {
  const groups = [
    [t('welcome.controls'), controlHosts()] as const,
    ...services.flatMap((id) => [
      [nameOf(id), serviceHosts(id)] as const,
      [t('welcome.status_pages', nameOf(id)), feedHosts(id)] as const,
    ]),
    [t('welcome.updates'), mirrors] as const,
  ].filter(([, hosts]) => hosts.length > 0);

  return (
    <Step number={2} title={t('welcome.contacts')}>
      <p>
        {plural('welcome.hosts', addressesOf(services, mirrors).length)}{' '}
        {mirrors.length > 0 && t('welcome.updates_hint')}
      </p>
      <Disclosure title={t('welcome.all_hosts')}>
        <dl class="contacts">
          {groups.map(([name, hosts]) => (
            <div key={name}>
              <dt>{name}</dt>
              {hosts.map((host) => (
                <dd key={host} dir="ltr">
                  {host}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </Disclosure>
      <div class="facts">
        <div>
          <h3>{t('welcome.sees')}</h3>
          <ul>
            <li>{t('welcome.sees_network')}</li>
            <li>{t('welcome.sees_servers')}</li>
            {reportsTo && <li>{t('settings.reports', reportsTo)}</li>}
            <li>{t('welcome.sees_nobody')}</li>
          </ul>
        </div>
        <div>
          <h3>{t('welcome.limits')}</h3>
          <ul>
            <li>{t('welcome.limits_proof')}</li>
            <li>{t('welcome.limits_untestable')}</li>
            <li>{t('welcome.limits_browser')}</li>
          </ul>
        </div>
      </div>
    </Step>
  );
}
