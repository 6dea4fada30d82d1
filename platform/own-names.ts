import { type OwnServers, readServers } from '../core/own/server.ts';
import { ownServersItem } from './storage.ts';

/** Names of the person's own servers, also of those that are gone: the history goes on speaking of them. */

/** Tells them now and after every change. */
export async function followOwnServers(show: (servers: OwnServers) => void): Promise<void> {
  ownServersItem.watch((stored) => show(readServers(stored)));
  show(readServers(await ownServersItem.getValue()));
}

/** As many as there can be servers in a file. */
const MOST_NAMES = 200;

/** Keeps names that came with an imported history, where none is known. No server is contacted for it. */
export async function rememberNames(names: Readonly<Record<string, string>>): Promise<void> {
  const stored = readServers(await ownServersItem.getValue());
  const known = new Set([...stored.servers.map(({ id }) => id), ...Object.keys(stored.former)]);
  const room = MOST_NAMES - Object.keys(stored.former).length;
  const unheard = Object.entries(names).filter(([id]) => !known.has(id));
  if (unheard.length === 0 || room <= 0) return;
  const former = { ...stored.former, ...Object.fromEntries(unheard.slice(0, room)) };
  await ownServersItem.setValue({ ...stored, former });
}

/** With the whole history go the names that only it still needed. */
export async function forgetFormerNames(): Promise<void> {
  const stored = readServers(await ownServersItem.getValue());
  if (Object.keys(stored.former).length > 0) await ownServersItem.setValue({ ...stored, former: {} });
}
