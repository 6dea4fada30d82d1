import { computed, signal } from '@preact/signals';
import { lookOf } from '../core/catalogue/looks.ts';
import { isOwn, NO_SERVERS, type OwnServers } from '../core/own/server.ts';
import { t } from './text.ts';

/** The person's own servers, as the page read them last: views that show a name follow when it changes. */
const own = signal<OwnServers>(NO_SERVERS);

export const nameOwnServers = (servers: OwnServers): void => {
  own.value = servers;
};

/** Ids of the person's own servers, in their order. */
export const ownServers = computed(() => own.value.servers.map(({ id }) => id));

/** Names of the person's own servers by id, those of removed ones too, as they travel in files. */
export const ownNames = computed((): Readonly<Record<string, string>> => {
  const { servers, former } = own.value;
  const named = [...Object.entries(former), ...servers.map(({ id, name }) => [id, name] as const)];
  return Object.fromEntries(named.map(([id, name]) => [id, plain(name)]).filter(([, name]) => name));
});

/** A service's name; a stored id that the catalogue no longer knows is shown as it is. */
export function nameOf(id: string): string {
  if (!isOwn(id)) return lookOf(id)?.name ?? id;
  // It stands in sentences, and may be written from the other side.
  return `\u2068${ownName(id)}\u2069`;
}

/** The letter that stands for a service without a mark. */
export const initialOf = (id: string): string => {
  const name = lookOf(id)?.name ?? (isOwn(id) ? ownName(id) : id);
  return [...name][0]?.toUpperCase() ?? '';
};

const ownName = (id: string): string => ownNames.value[id] ?? t('timeline.server');

/** Text from outside: one line, as long as a name may be, without characters that turn the text around them. */
export const plain = (name: string): string =>
  [...name.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()].slice(0, 60).join('');
