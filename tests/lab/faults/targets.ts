import { isIPv4 } from 'node:net';
import { controls, serviceRecords } from '../../../core/catalogue/files.ts';
import { hostsBeside } from '../beside/hosts.ts';
import { addressOf, plan } from '../world/plan.ts';

/** Whom a fault is meant for: hosts, by the words of the catalogue. Each has its own address, so that nobody else is hit. */
export interface Target {
  readonly says: string;
  readonly hosts: readonly string[];
}

export const target = (says: string, hosts: Iterable<string>): Target => ({ says, hosts: [...new Set(hosts)] });
export const host = (...names: string[]): Target => target(names.join(', '), names);

/** Address ranges such as `31.13.64.0/18`: all of a provider, and whoever else lives there. */
export const range = (...ranges: string[]): Target => target(ranges.join(', '), ranges);

type Role = 'signalling' | 'call-setup' | 'media';

function hostsOf(ids: readonly string[], wanted: (url: string, role: string) => boolean): string[] {
  const known = serviceRecords();
  return ids.flatMap((id) => {
    const service = known.find((record) => record.id === id);
    if (!service) throw new Error(`${id} is not a service of the catalogue`);
    const beside = hostsBeside(id).map(({ url }) => ({ url, role: 'signalling' }));
    return [...service.endpoints, ...beside]
      .filter(({ url, role }) => wanted(url, role))
      .map(({ url }) => urlHost(url));
  });
}

const isRelay = (url: string) => /^(stun|turns?):/.test(url);

export const urlHost = (url: string): string =>
  isRelay(url) ? (url.split(':')[1] ?? '') : new URL(url.replace(/^doh:/, 'https://')).hostname;

/** STUN servers and TURN relays. A relay that the service shares with others is hit for those too, as in the world. */
export const relaysOf = (...ids: string[]): Target =>
  target(
    `the relays of ${ids.join(', ')}`,
    hostsOf(ids, (url, role) => role === 'media' && isRelay(url)),
  );

/** Web hosts that carry messages and set up calls. */
export const webOf = (...ids: string[]): Target =>
  target(
    `the web hosts of ${ids.join(', ')}`,
    hostsOf(ids, (url, role) => isAsked(role) && !isRelay(url)),
  );

const isAsked = (role: string): role is Role => ['signalling', 'call-setup', 'media'].includes(role);

/** Everything of a service, relays and web hosts. */
export const allOf = (...ids: string[]): Target =>
  target(`all of ${ids.join(', ')}`, [...relaysOf(...ids).hosts, ...webOf(...ids).hosts]);

/** Controls that every round asks, of one kind. */
export const controlsOf = (kind: 'stun' | 'https' | 'portal' | 'relay'): Target =>
  target(
    `the ${kind} controls`,
    controls().flatMap((control) => (control.kind === kind ? [urlHost(control.url)] : [])),
  );

/** STUN and TURN ports of these hosts, for faults that tell relays from web servers on one address. */
export const relayPorts = ({ hosts }: Target): number[] => [
  ...new Set(plan().relays.flatMap((relay) => (hosts.includes(relay.host) ? [relay.port] : []))),
];

/** nftables set of the target's addresses. A host may be an address or a range of its own, that no name in the catalogue has. */
export const addresses = ({ hosts }: Target): string =>
  `{ ${hosts.map((name) => (isIPv4(name.split('/')[0] ?? '') ? name : addressOf(name))).join(', ')} }`;
