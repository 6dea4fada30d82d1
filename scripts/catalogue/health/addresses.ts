import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { addressKind } from '../../../core/network/address.ts';
import { codeOf } from './ask/heard.ts';

/** Of each family so many. */
const MOST = 3;

export interface Families {
  readonly 4: boolean;
  readonly 6: boolean;
}

export type Looked =
  | { readonly addresses: readonly string[] }
  /** No address that could be asked, and whether that is the name's fault or this machine's. */
  | { readonly why: string; readonly fault: 'name' | 'machine' };

/** The families by which packets can leave this machine. To connect a UDP socket sends nothing; it only looks for a route. */
export const familiesHere = async (): Promise<Families> => ({
  4: await hasRoute('udp4', '192.33.4.12'),
  6: await hasRoute('udp6', '2001:500:2::c'),
});

const hasRoute = (type: 'udp4' | 'udp6', root: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket(type);
    const end = (has: boolean) => {
      socket.close();
      resolve(has);
    };
    socket.once('error', () => end(false));
    socket.once('connect', () => end(true));
    socket.connect(53, root);
  });

/** Asks for the name anew, A and AAAA, past the system's cache. */
export async function lookUp(host: string, families: Families): Promise<Looked> {
  const literal = host.replace(/^\[|\]$/g, '');
  if (isIP(literal)) return usable([literal], families);
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [four, six].flatMap((result) => (result.status === 'fulfilled' ? result.value.slice(0, MOST) : []));
  if (found.length === 0) return { why: four.status === 'rejected' ? codeOf(four.reason) : 'ENODATA', fault: 'name' };
  return usable(found, families);
}

function usable(found: readonly string[], families: Families): Looked {
  // A name that has lapsed may lead anywhere, also into the network of the machine that asks.
  const open = found.filter((address) => addressKind(address) === 'public');
  if (open.length === 0) return { why: 'NOT_PUBLIC', fault: 'name' };
  const addresses = open.filter((address) => families[isIP(address) === 6 ? 6 : 4]);
  return addresses.length > 0 ? { addresses } : { why: 'NO_ROUTE', fault: 'machine' };
}
