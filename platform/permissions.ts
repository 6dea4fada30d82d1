import type { browser as Api } from 'wxt/browser';

/**
 * The optional permissions. Each is asked for by a click, for one purpose, and can be given back. `request` must be called in the
 * click's own turn: after an `await` the browser no longer takes it for one.
 */
export interface OptionalPermission<Held = boolean> {
  held(): Promise<Held>;
  request(): Promise<boolean>;
  remove(): Promise<boolean>;
  /** Called whenever any optional permission was granted or removed, here or in the browser's own settings. */
  watch(changed: () => void): void;
}

/** The hosts that *explain* reads errors of, as the manifest lists them; beside them it lists one for any host. */
export function explainHosts(): string[] {
  const { optional_host_permissions: patterns = [] } = api.runtime.getManifest() as {
    optional_host_permissions?: string[];
  };
  return patterns.flatMap((pattern) => /^\*:\/\/([^*]+)\/\*$/.exec(pattern)?.[1] ?? []);
}

/**
 * *Explain how it is blocked*: error codes, addresses and block pages of the listed hosts. Held are those of them that were granted: an
 * update may name more, which takes nothing from the others.
 */
export const explainPermission: OptionalPermission<ReadonlySet<string>> = {
  ...optional(() => explaining(explainHosts())),
  async held() {
    const hosts = explainHosts();
    const isHeld = (hosts: string[]) => api.permissions.contains(explaining(hosts));
    if (await isHeld(hosts)) return new Set(hosts);
    if (!(await isHeld([]))) return new Set();
    const each = await Promise.all(hosts.map(async (host) => ((await isHeld([host])) ? [host] : [])));
    return new Set(each.flat());
  },
};

/** The same for one host: a server of the person's own. Given back, it leaves `webRequest` to the others. */
export function hostPermission(host: string): OptionalPermission {
  const origins = [`https://${host}/*`];
  return {
    ...optional(() => ({ origins, permissions: ['webRequest'] })),
    remove: () => api.permissions.remove({ origins }),
  };
}

/** Gives back every host that was ever granted, and in Firefox the data that may be told. */
export async function removeHosts(): Promise<boolean> {
  const { origins = [], data_collection } = (await api.permissions.getAll()) as Wanted;
  return api.permissions.remove({ origins, ...(data_collection && { data_collection }) });
}

export const notificationPermission = optional(() => ({ permissions: ['notifications'] }));

/**
 * The browser's own API rather than the polyfill's: every browser this runs on answers these calls with promises, and the polyfill
 * would be a sixth of the popup's script.
 */
const { browser: own, chrome } = globalThis as unknown as { browser?: typeof Api; chrome: typeof Api };
const api = own ?? chrome;

interface Wanted {
  origins?: string[];
  permissions?: ('notifications' | 'webRequest')[];
  /** What Firefox calls the data that an extension tells others. */
  data_collection?: 'locationInfo'[];
}

const explaining = (hosts: string[]): Wanted => ({
  origins: hosts.map((host) => `*://${host}/*`),
  permissions: ['webRequest'],
});

export function optional(wanted: () => Wanted): OptionalPermission {
  return {
    held: () => api.permissions.contains(wanted()),
    request: () => api.permissions.request(wanted()),
    remove: () => api.permissions.remove(wanted()),
    watch(changed) {
      api.permissions.onAdded.addListener(changed);
      api.permissions.onRemoved.addListener(changed);
    },
  };
}
