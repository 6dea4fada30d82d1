import { HostList } from './HostList.tsx';
import type { NewHosts, PopupActions } from './model.ts';
import { nameOf } from './names.ts';
import { Sign } from './Sign.tsx';
import { format, plural, t } from './text.ts';

interface Props {
  readonly needed: NewHosts;
  readonly actions: Pick<PopupActions, 'allowHosts' | 'declineHosts'>;
}

/** An update, a newer list of servers, or another choice of services needs hosts that were not agreed to: says which, and asks. */
export function MoreHosts({ needed: { hosts, services, controls, updates }, actions }: Props) {
  if (hosts.length === 0) return null;
  const whose = [
    ...services.map(nameOf),
    ...(controls ? [t('consent.controls')] : []),
    ...(updates ? [t('consent.updates')] : []),
  ];
  return (
    <section class="notice">
      <Sign name="untestable" />
      <div>
        <h2>{t('consent.new_hosts')}</h2>
        <p>{plural('consent.needs', hosts.length, format.list(whose))}</p>
        <HostList title={plural('consent.hosts', hosts.length)} hosts={hosts} />
        <button type="button" class="button" onClick={() => actions.allowHosts(hosts)}>
          {t('consent.allow')}
        </button>{' '}
        <button type="button" class="button" onClick={() => actions.declineHosts(hosts)}>
          {t('consent.not_now')}
        </button>
      </div>
    </section>
  );
}
