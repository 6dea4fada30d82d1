import type { browser as Api } from 'wxt/browser';

/**
 * The optional permissions. Each is asked for by a click, for one purpose, and can be given back. `request` must be called in the
 * click's own turn: after an `await` the browser no longer takes it for one.
 */
export interface OptionalPermission {
  held(): Promise<boolean>;
  request(): Promise<boolean>;
  remove(): Promise<boolean>;
  /** Called whenever any optional permission was granted or removed, here or in the browser's own settings. */
  watch(changed: () => void): void;
}

/** Match patterns of the hosts that *explain* reads errors of, as the manifest lists them; beside them it lists one for any host. */
export function explainPatterns(): string[] {
  const manifest = api.runtime.getManifest() as { optional_host_permissions?: string[] };
  return (manifest.optional_host_permissions ?? []).filter((pattern) => !pattern.includes('//*'));
}

/** *Explain how it is blocked*: error codes, addresses and block pages of the listed hosts. */
export const explainPermission = optional(() => ({ origins: explainPatterns(), permissions: ['webRequest'] }));

/** The same for one host of a server of the person's own. Given back, it leaves `webRequest` to the others. */
export function hostPermission(host: string): OptionalPermission {
  const origins = [`https://${host}/*`];
  return {
    ...optional(() => ({ origins, permissions: ['webRequest'] })),
    remove: () => api.permissions.remove({ origins }),
  };
}

/** Gives back every host that was ever granted. */
export async function removeHosts(): Promise<boolean> {
  const { origins = [] } = await api.permissions.getAll();
  return api.permissions.remove({ origins });
}

export const notificationPermission = optional(() => ({ permissions: ['notifications'] }));

/**
 * The browser's own API rather than the polyfill's: every browser this runs on answers these calls with promises, and the polyfill
 * would be a sixth of the popup's script.
 */
const { browser: own, chrome } = globalThis as unknown as { browser?: typeof Api; chrome: typeof Api };
const api = own ?? chrome;

type Wanted = { origins?: string[]; permissions: ('notifications' | 'webRequest')[] };

function optional(wanted: () => Wanted): OptionalPermission {
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
