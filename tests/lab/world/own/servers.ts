import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_HOSTS, type OwnHost, twin, twins } from '../../addresses.ts';
import { authority, leafFiles } from '../../certificates.ts';
import { folderOf } from '../../namespaces.ts';
import { startKamailio, startSipActor } from '../sip/servers.ts';
import { RELAY_PORT, startOwnRelays } from './relays.ts';

/** Where Kamailio (`sip.own.example`) and the server that does as its path says (`odd-sip.own.example`) speak SIP; 443 is the web's. */
export const SIP_PORT = 7443;

/** Servers as people run them for themselves. */
export async function startOwnServers(namespace: string): Promise<void> {
  const folder = join(folderOf(namespace), 'kamailio');
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    startOwnRelays(namespace),
    placeOf(namespace, ['sip.own.example', 'home.own.example']).then((place) => startKamailio({ ...place, folder })),
    placeOf(namespace, ['odd-sip.own.example']).then(startSipActor),
  ]);
}

/** One machine that is all of it: its web site is the world's, and the world's kernel leads its other ports to the servers above. */
export const homeRules = (family: 'ip' | 'ip6'): string => {
  const at = (host: OwnHost) => (family === 'ip' ? OWN_HOSTS[host] : twin(OWN_HOSTS[host]));
  const home = family === 'ip' ? [at('home.own.example')] : twins(OWN_HOSTS['home.own.example']);
  const to = `${family} daddr { ${home.join(', ')} } meta l4proto { tcp, udp } th dport`;
  return `${to} ${SIP_PORT} dnat to ${at('sip.own.example')}
      ${to} ${RELAY_PORT} dnat to ${at('relay.own.example')}`;
};

async function placeOf(namespace: string, hosts: readonly [OwnHost, ...OwnHost[]]) {
  const [host] = hosts;
  const leaf = await leafFiles(await authority('trusted'), { hosts });
  return { ...leaf, namespace, address: OWN_HOSTS[host], port: SIP_PORT };
}
