import { hostOf } from '../../core/catalogue/endpoint.ts';
import type { OwnAddress } from '../../core/own/server.ts';
import { plural, t } from '../text.ts';

interface Props {
  readonly hosts: readonly string[];
  /** The user name travels where the network can read it. */
  readonly tellsUser: boolean;
}

/** Before anything is contacted: what it would be, and who could see it. */
export function Planned({ hosts, tellsUser }: Props) {
  if (hosts.length === 0) return null;
  return (
    <div class="planned">
      <p>{plural('servers.form.contacts', hosts.length)}</p>
      <ul class="hosts" dir="ltr">
        {hosts.map((host) => (
          <li key={host}>{host}</li>
        ))}
      </ul>
      <p class="quiet">
        {t('servers.form.sees')} {tellsUser && t('servers.form.sees_user')}
      </p>
    </div>
  );
}

/** Hosts that saving would bring: of addresses that the server did not have, or that nobody has agreed to. */
export function newHosts(
  wanted: readonly OwnAddress[],
  before: readonly OwnAddress[],
  mayContact: (host: string) => boolean,
): string[] {
  const hostsOf = (addresses: readonly OwnAddress[]) => new Set(addresses.map(({ url }) => hostOf(url)));
  const known = hostsOf(before);
  return [...hostsOf(wanted)].filter((host) => !known.has(host) || !mayContact(host));
}
