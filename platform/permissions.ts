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

/** Match patterns of the hosts that *explain* reads errors of, as the manifest lists them. */
export function explainPatterns(): string[] {
  const manifest = api.runtime.getManifest() as { optional_host_permissions?: string[] };
  return manifest.optional_host_permissions ?? [];
}

/** *Explain how it is blocked*: error codes, addresses and block pages of the listed hosts. */
export const explainPermission = optional(() => ({ origins: explainPatterns(), permissions: ['webRequest'] }));

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
