import type { browser as Api } from 'wxt/browser';

/**
 * One record of the extension's storage. A small library of our own: the popup's script has 25 kB in all, and a general one takes
 * three of them for migrations, metadata and areas that nobody here uses.
 */
export interface Item<T> {
  readonly area: Area;
  readonly name: string;
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  removeValue(): Promise<void>;
  /** Called with every new value, whoever wrote it. */
  watch(changed: (value: T) => void): void;
}

type Area = 'local' | 'session';
type Values<Items extends readonly Item<unknown>[]> = {
  -readonly [I in keyof Items]: Items[I] extends Item<infer T> ? T : never;
};

/** Asked for at each use: tests put a fake in its place. */
export function area<Name extends Area | 'managed'>(name: Name): (typeof Api.storage)[Name] {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof Api | undefined>;
  const api = browser ?? chrome;
  if (!api) throw new Error('storage exists in an extension only');
  return api.storage[name];
}

/** @param key `local:name` or `session:name` */
export function defineItem<T>(key: `${Area}:${string}`, { fallback }: { readonly fallback: T }): Item<T> {
  const [areaName, name] = key.split(':') as [Area, string];
  const item: Item<T> = {
    area: areaName,
    name,
    fallback,
    getValue: async () => (await getItems([item]))[0],
    setValue: (value) => area(areaName).set({ [name]: value ?? null }),
    removeValue: () => area(areaName).remove(name),
    watch(changed) {
      area(areaName).onChanged.addListener((changes) => {
        const change = changes[name];
        if (change) changed((change.newValue ?? fallback) as T);
      });
    },
  };
  return item;
}

/** Several records with one read an area. */
export async function getItems<const Items extends readonly Item<unknown>[]>(items: Items): Promise<Values<Items>> {
  const names = (wanted: Area) => items.filter(({ area }) => area === wanted).map(({ name }) => name);
  const read = async (wanted: Area) => (names(wanted).length > 0 ? area(wanted).get(names(wanted)) : {});
  const [local, session] = await Promise.all([read('local'), read('session')]);
  const stored: Record<Area, Record<string, unknown>> = { local, session };
  return items.map(({ area, name, fallback }) => stored[area][name] ?? fallback) as Values<Items>;
}

/** Several records of one area in one write: all of them or none. */
export function setItems(entries: readonly { readonly item: Item<unknown>; readonly value: unknown }[]): Promise<void> {
  const values = Object.fromEntries(entries.map(({ item, value }) => [item.name, value]));
  return area(entries[0]?.item.area ?? 'local').set(values);
}
