import { type Access, type NetworkRecord, UNKNOWN_NETWORK } from './records.ts';

/** What a person takes for one network. An operator hands out many address ranges, and each is a record of its own. */
export interface NetworkGroup {
  /** The same for as long as its name or operator is. */
  readonly id: string;
  /** Fingerprints of its address ranges, the one used last first. */
  readonly keys: readonly [string, ...string[]];
  /** What the person calls it. */
  readonly name: string | null;
  /** More than one where the person gave networks of several operators one name. */
  readonly operators: readonly string[];
  readonly country: string | null;
  readonly access: Access | null;
  /** The address belongs to a hosting company: perhaps a VPN. */
  readonly hosting: boolean;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Networks with one name are one, and so are unnamed ones of one operator, country and access. The one used last comes first. */
export function groupNetworks(networks: readonly NetworkRecord[]): NetworkGroup[] {
  return [...Map.groupBy(networks, idOf)]
    .map(([id, records]) => groupOf(id, records))
    .sort((a, b) => b.lastAt - a.lastAt || a.id.localeCompare(b.id));
}

export const isUnknown = ({ keys }: Pick<NetworkGroup, 'keys'>): boolean => keys[0] === UNKNOWN_NETWORK;

function idOf({ key, name, operator, country, access }: NetworkRecord): string {
  if (key === UNKNOWN_NETWORK) return key;
  if (name !== null) return `name ${name}`;
  // Networks that nothing is known of have only that in common.
  return operator === null ? key : JSON.stringify([operator, country, access]);
}

function groupOf(id: string, records: readonly NetworkRecord[]): NetworkGroup {
  const [last, ...others] = records.toSorted((a, b) => b.lastAt - a.lastAt || a.key.localeCompare(b.key)) as [
    NetworkRecord,
    ...NetworkRecord[],
  ];
  return {
    id,
    keys: [last.key, ...others.map(({ key }) => key)],
    name: last.name,
    operators: [...new Set([last, ...others].flatMap(({ operator }) => operator ?? []))],
    country: last.country,
    access: last.access,
    hosting: last.hosting,
    firstAt: Math.min(...records.map(({ firstAt }) => firstAt)),
    lastAt: last.lastAt,
  };
}
