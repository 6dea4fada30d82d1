import { companyOf } from '../../core/catalogue/families.ts';
import type { Service } from '../../core/catalogue/index.ts';

/** Services that stand under one heading. */
export interface Group {
  /** A company with several services; else what a browser can test of them. */
  readonly company: string | null;
  readonly kind: 'company' | 'calls' | 'messages';
  readonly services: readonly Service[];
}

/** Some of its call relays can be asked. */
export const hasTestableCalls = ({ endpoints }: Service): boolean => endpoints.some(({ role }) => role === 'media');

/** Companies with several services first; all others by what can be tested of them. */
export function groupsOf(services: readonly Service[]): Group[] {
  const byCompany = Map.groupBy(services, ({ id }) => companyOf(id) ?? null);
  const companies = [...byCompany].filter(([company, all]) => company !== null && all.length > 1);
  const placed = new Set(companies.flatMap(([, all]) => all));
  const others = services.filter((service) => !placed.has(service));
  const groups: Group[] = [
    ...companies.map(([company, all]) => ({ company, kind: 'company' as const, services: all })),
    { company: null, kind: 'calls', services: others.filter(hasTestableCalls) },
    { company: null, kind: 'messages', services: others.filter((service) => !hasTestableCalls(service)) },
  ];
  return groups
    .filter((group) => group.services.length > 0)
    .map((group) => ({
      ...group,
      services: [...group.services].sort(
        (a, b) => Number(a.retired) - Number(b.retired) || a.name.localeCompare(b.name, 'en'),
      ),
    }));
}

/** As people type it: without capitals, accents and spaces around. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLocaleLowerCase('en');

/** The groups with only the services whose name, or company, holds what was searched. */
export function found(groups: readonly Group[], search: string): Group[] {
  const wanted = plain(search);
  return groups
    .map((group) => {
      const isWhole = plain(group.company ?? '').includes(wanted);
      return { ...group, services: group.services.filter(({ name }) => isWhole || plain(name).includes(wanted)) };
    })
    .filter(({ services }) => services.length > 0);
}
