import { createHmac } from 'node:crypto';
import { OWN_USER, REST_SECRET } from '../world/own/relays.ts';
import { SIP_PORT } from '../world/own/servers.ts';
import type { ServerWish } from './scenario.ts';

/** What people type for the servers of `world/own/`. */

const lines = (...addresses: string[]) => addresses.join('\n');

export const relayAddresses = (host: string): string =>
  lines(`turn:${host}:3478?transport=udp`, `turn:${host}:3478?transport=tcp`, `turns:${host}:5349`);

export const byPassword = (paste: string, password: string = OWN_USER.password): ServerWish => ({
  paste,
  credentials: { scheme: 'password', username: OWN_USER.username, password },
});

export const RELAY = byPassword(relayAddresses('relay.own.example'));

export const kamailio = (path = '/'): string => `wss://sip.own.example:${SIP_PORT}${path}`;
/** A SIP server that does as its path says (`world/sip/behaviours.ts`). */
export const oddSip = (behaviour: string): string => `wss://odd-sip.own.example:${SIP_PORT}/${behaviour}`;

export const WITH_SIP: ServerWish = { ...RELAY, paste: lines(kamailio(), RELAY.paste) };

const HOME = 'home.own.example';
export const HOME_SIP = `wss://${HOME}:${SIP_PORT}/`;
export const HOME_WEB = `https://${HOME}/`;
/** One machine that is a relay and something else. */
export const homeWith = (other: string): ServerWish =>
  byPassword(lines(other, `turn:${HOME}:3478?transport=udp`, `turn:${HOME}:3478?transport=tcp`));

/** ICE servers in JSON, with credentials as a server makes them of the relay's secret (draft-uberti-behave-turn-rest-00). */
export function timeLimited(expiresAt: Date): ServerWish {
  const username = `${Math.floor(expiresAt.getTime() / 1000)}:amina`;
  const credential = createHmac('sha1', REST_SECRET).update(username).digest('base64');
  const host = 'rest.own.example';
  const urls = [`turn:${host}:443?transport=udp`, `turn:${host}:443?transport=tcp`, `turns:${host}:443?transport=tcp`];
  return { paste: JSON.stringify({ iceServers: [{ urls, username, credential }] }), secrets: [credential] };
}
