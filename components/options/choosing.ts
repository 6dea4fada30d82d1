import { allServices } from '../../core/catalogue/index.ts';
import type { Settings } from '../../platform/settings.ts';
import { addressesOf } from '../contacts.ts';

/** Ids of the services that are checked, in the catalogue's order. */
export const selectionOf = ({ services }: Pick<Settings, 'services'>): string[] =>
  allServices()
    .filter(({ id, isDefault }) => services?.includes(id) ?? isDefault)
    .map(({ id }) => id);

/** The same, with some services chosen or dropped. */
export const withServices = (selection: readonly string[], ids: readonly string[], isChosen: boolean): string[] =>
  allServices()
    .map(({ id }) => id)
    .filter((id) => (ids.includes(id) ? isChosen : selection.includes(id)));

/** Hosts of one service alone: controls are everyone's. */
export function hostsOf(id: string): string[] {
  const controls = new Set(addressesOf([]));
  return addressesOf([id]).filter((host) => !controls.has(host));
}

/** What would be contacted in addition, and for which services. */
export interface Addition {
  readonly services: readonly string[];
  readonly hosts: readonly string[];
}

/** What another choice of services would contact that the person has not agreed to. */
export function additionOf(
  before: readonly string[],
  after: readonly string[],
  mayContact: (host: string) => boolean,
): Addition {
  const added = after
    .filter((id) => !before.includes(id))
    .map((id) => ({ id, hosts: hostsOf(id).filter((host) => !mayContact(host)) }))
    .filter(({ hosts }) => hosts.length > 0);
  return {
    services: added.map(({ id }) => id),
    hosts: [...new Set(added.flatMap(({ hosts }) => hosts))].sort(),
  };
}
