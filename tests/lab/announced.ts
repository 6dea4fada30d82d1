import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { controls, doh, services } from '../../core/catalogue/files.ts';
import { contacts } from '../../core/catalogue/hosts.ts';
import { feedSource } from '../../core/feed/source-file.ts';
import { PROXY } from './addresses.ts';
import type { Fault } from './faults/fault.ts';
import type { Lab } from './lab.ts';

/** What is no host: the way itself, and names that browsers ask by themselves, of their own machine and of a NAT64 (RFC 7050). */
const ON_THE_WAY = ['(resolver)', '(router)', PROXY.address, hostname(), 'ipv4only.arpa'];

/**
 * Whom the client contacted, or whose name it asked, though docs/privacy.md does not list them for these services and they are not the person's own; one line each. Where the
 * network leads names or packets astray, who answers is not the extension's choice, and nothing is compared. Packets alone are not either, and no
 * request to a host with a name: for minutes the system goes on with the connections of the browser before, which has ended, while a browser that
 * has just started asks for every name.
 */
export async function strangers(
  lab: Lab,
  services: readonly string[],
  faults: readonly Fault[],
  own: readonly string[] = [],
): Promise<string[]> {
  if (faults.some(leadsAstray)) return [];
  const allowed = new Set([...announced(services), ...own]);
  const { names, requests } = await lab.log();
  const met = [
    ...requests.map(({ host }) => host).filter((host) => isIP(host) > 0),
    ...names.map(({ name }) => ownerOf(name)),
  ];
  return [...new Set(met)].filter((host) => !allowed.has(host)).map((host) => `contacted unannounced: ${host}`);
}

/** Browsers ask for the HTTPS record of a port under a name of its own (RFC 9460 §2.3). */
const ownerOf = (name: string): string => name.replace(/^_\d+\._https\./, '');

const leadsAstray = ({ divert, world }: Fault): boolean => Boolean(divert || world?.dns || world?.web);

/** Hosts of the table in docs/privacy.md: those of every check and those of these services. */
export function announced(chosen: readonly string[]): ReadonlySet<string> {
  const asked = services().filter(({ id }) => chosen.includes(id));
  const { mirrors } = feedSource();
  const hosts = contacts({ services: asked, controls: controls(), doh: doh(), mirrors }).map(({ host }) => host);
  const flags = asked.flatMap(({ statusFeeds }) => statusFeeds.map(({ url }) => url.replace('doh:', '')));
  return new Set([...hosts, ...flags, ...ON_THE_WAY]);
}
