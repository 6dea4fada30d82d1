import { hostOf, schemeOf } from '../../core/catalogue/endpoint.ts';
import { type AddressKind, type OwnServer, readServers } from '../../core/own/server.ts';
import type { OwnQuestion } from '../../platform/messages.ts';
import { hostPermission } from '../../platform/permissions.ts';
import { ownServersItem } from '../../platform/storage.ts';

/** Servers of the person's own in a round. */

export const ownServers = async (): Promise<readonly OwnServer[]> =>
  readServers(await ownServersItem.getValue()).servers;

/**
 * Addresses that are the person's own, and so are asked and read in another way than the catalogue's.
 *
 * @param shared what this round asks for the catalogue: it is asked once, and as the catalogue's. Only a relay is asked with credentials all
 *   the same: that it answers is all that the catalogue wants to know.
 */
export const ownAddresses = (
  servers: readonly OwnServer[],
  shared: ReadonlySet<string>,
): ReadonlyMap<string, OwnQuestion> =>
  new Map(
    servers.flatMap(({ id, addresses }) =>
      addresses
        .filter(({ kind, url }) => kind === 'turn' || !shared.has(url))
        .map(({ kind, url }) => [url, { server: id, kind }] as const),
    ),
  );

/** Kinds that the hidden page asks: by SIP, or with credentials. */
export const needsPage = (kind: AddressKind): boolean => kind === 'sip' || kind === 'turn';

/** Whether the server is still there, with this address: the person may have taken it away while a round runs. */
export const isKept = async (url: string, { server }: OwnQuestion): Promise<boolean> =>
  (await ownServers()).some(({ id, addresses }) => id === server && addresses.some((address) => address.url === url));

/** Own web hosts whose permission is held: of the others the browser tells nothing, and waiting for it would be in vain. */
export async function audibleHosts(own: ReadonlyMap<string, OwnQuestion>): Promise<ReadonlySet<string>> {
  const hosts = new Set([...own.keys()].filter((url) => schemeOf(url) === 'https').map(hostOf));
  // A damaged address is no host that a browser knows.
  const isHeld = (host: string) =>
    hostPermission(host)
      .held()
      .catch(() => false);
  const held = await Promise.all([...hosts].map(async (host) => ((await isHeld(host)) ? [host] : [])));
  return new Set(held.flat());
}
