import { type Credentials, readCredentials } from '../core/own/credentials.ts';
import { type Draft, MAX_ADDRESSES } from '../core/own/paste.ts';
import { isProblem, type Problem, problem } from '../core/own/problems.ts';
import { type OwnServer, type OwnServers, readServers } from '../core/own/server.ts';
import { forgetOthers, keepSecret } from './secrets.ts';
import { ownServersItem } from './storage.ts';

/** The person's own servers: the only code that writes their list. */

const MAX_SERVERS = 20;
const MAX_NAME = 60;
/** Names of removed servers that are kept for the history. */
const MAX_FORMER = 50;

export const addServer = (draft: Draft): Promise<OwnServer | Problem> =>
  inTurn(async (before) => {
    const { servers } = before;
    if (servers.length >= MAX_SERVERS) return problem('full');
    const server = made(newId(), draft, servers, draft.credentials);
    return isProblem(server) ? server : write({ ...before, servers: [...servers, server] }, server, draft.credentials);
  });

/** @param credentials new ones, `null` to forget those that there are, `'keep'` to leave them; `draft.credentials` is not looked at */
export const changeServer = (
  id: string,
  draft: Draft,
  credentials: Credentials | null | 'keep',
): Promise<OwnServer | Problem> =>
  inTurn(async (before) => {
    const old = before.servers.find((server) => server.id === id);
    if (!old) return problem('gone');
    const others = before.servers.filter((server) => server !== old);
    const kept = credentials === 'keep' && !old.hasCredentials ? null : credentials;
    const server = made(id, draft, others, kept);
    if (isProblem(server)) return server;
    const servers = before.servers.map((one) => (one === old ? server : one));
    return write({ ...before, servers }, server, kept);
  });

/** Its name stays for the history, its credentials go. */
export const removeServer = (id: string): Promise<void> =>
  inTurn(async (before) => {
    const gone = before.servers.find((server) => server.id === id);
    if (!gone) return;
    await ownServersItem.setValue({
      ...before,
      servers: before.servers.filter((server) => server !== gone),
      former: Object.fromEntries([...Object.entries(before.former), [id, gone.name]].slice(-MAX_FORMER)),
    });
    await sweep();
  });

export const moveServer = (id: string, by: -1 | 1): Promise<void> =>
  inTurn(async (before) => {
    const from = before.servers.findIndex((server) => server.id === id);
    const to = from + by;
    if (from === -1 || to < 0 || to >= before.servers.length) return;
    const servers = [...before.servers];
    servers.splice(to, 0, ...servers.splice(from, 1));
    await ownServersItem.setValue({ ...before, servers });
  });

/** Forgets credentials that no server has: a page that was closed in the middle may have left some. For a page that opens. */
export const sweepSecrets = (): Promise<void> => inTurn(sweep);

async function sweep(): Promise<void> {
  const { servers } = readServers(await ownServersItem.getValue());
  const locked = servers.filter(({ hasCredentials }) => hasCredentials).map(({ id }) => id);
  // What could not be forgotten now is forgotten at the next change, or when the page opens again.
  await forgetOthers(locked).catch(() => {});
}

/** Credentials first: a page that is closed in between leaves some that no server has, never a server that lacks its own. */
async function write(
  after: OwnServers,
  server: OwnServer,
  credentials: Credentials | null | 'keep',
): Promise<OwnServer | Problem> {
  try {
    if (server.hasCredentials && credentials !== null && credentials !== 'keep')
      await keepSecret(server.id, credentials);
    await ownServersItem.setValue(after);
    return server;
  } catch {
    return problem('not-kept');
  } finally {
    await sweep();
  }
}

function made(
  id: string,
  draft: Draft,
  others: readonly OwnServer[],
  credentials: Credentials | null | 'keep',
): OwnServer | Problem {
  const name = cleanName(draft.name);
  if (name === '' || [...name].length > MAX_NAME) return problem('name', name);
  const addresses = draft.addresses.filter(({ url }, i, all) => all.findIndex((one) => one.url === url) === i);
  if (addresses.length === 0) return problem('no-addresses');
  if (addresses.length > MAX_ADDRESSES) return problem('too-many', String(addresses.length));
  const own = new Set(addresses.filter(({ kind }) => kind === 'sip' || kind === 'turn').map(({ url }) => url));
  const twin = others.find((other) => other.addresses.some(({ url }) => own.has(url)));
  if (twin) return problem('taken', twin.name);
  if (credentials !== null && credentials !== 'keep' && !readCredentials(credentials)) return problem('credentials');
  // Only relays ask for credentials: those of a server without one would be kept for nothing.
  const opens = credentials !== null && addresses.some(({ kind }) => kind === 'turn');
  return { id, name, addresses, ...(opens && { hasCredentials: true }) };
}

/** On one line, without characters that turn the text around them. */
const cleanName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const newId = (): string =>
  `own-${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** One change at a time, whichever page makes it: each reads the list, and writes all of it. */
const inTurn = <T>(change: (before: OwnServers) => Promise<T>): Promise<T> =>
  navigator.locks.request('own-servers', async () => change(readServers(await ownServersItem.getValue())));
