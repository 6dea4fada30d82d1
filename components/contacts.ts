import { allows, type Consent, feedUrls } from '../core/catalogue/consent.ts';
import { hostOf } from '../core/catalogue/endpoint.ts';
import { allControls, dnsServers, serviceById } from '../core/catalogue/index.ts';
import type { NewHosts } from './model.ts';

const unique = (urls: readonly string[]): string[] => [...new Set(urls.map(hostOf))].sort();

export const controlHosts = (): string[] => unique(allControls().map(({ url }) => url));

/** Hosts that every check of a service may contact. */
export const serviceHosts = (id: string): string[] => unique(serviceById(id)?.endpoints.map(({ url }) => url) ?? []);

/** Hosts that tell whether a service is out: contacted only after it has failed here. */
export const feedHosts = (id: string): string[] =>
  unique(serviceById(id)?.statusFeeds.flatMap(({ url }) => feedUrls(url, dnsServers())) ?? []);

/** Every host that a check of these services may contact, each once. @param mirrors hosts that give newer lists of servers */
export const addressesOf = (selection: readonly string[], mirrors: readonly string[] = []): string[] =>
  unique([...controlHosts(), ...mirrors, ...selection.flatMap((id) => [...serviceHosts(id), ...feedHosts(id)])]);

const NONE: NewHosts = { hosts: [], services: [], controls: false, updates: false };

/** What these services need beyond what was agreed to; nothing where the person has declined all of it. */
export function newHosts(
  selection: readonly string[],
  mirrors: readonly string[],
  consent: Consent | null,
  declined: readonly string[],
): NewHosts {
  const may = allows(consent);
  const isNew = (host: string) => !may(host);
  const hosts = addressesOf(selection, mirrors).filter(isNew);
  if (hosts.every((host) => declined.includes(host))) return NONE;
  return {
    hosts,
    services: selection.filter((id) => [...serviceHosts(id), ...feedHosts(id)].some(isNew)),
    controls: controlHosts().some(isNew),
    updates: mirrors.some(isNew),
  };
}

/** Those of the chosen services that may be contacted at all. */
export function contacted(selection: readonly string[], consent: Consent | null): string[] {
  const may = allows(consent);
  return selection.filter((id) => serviceById(id)?.retired || serviceHosts(id).some(may));
}
