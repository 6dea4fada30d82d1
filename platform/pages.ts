import type { browser as Api } from 'wxt/browser';

/** The browser's own API, as in `permissions.ts`: the polyfill would be a sixth of the popup's script. */
const { browser: own, chrome } = globalThis as unknown as { browser?: typeof Api; chrome: typeof Api };
const api = own ?? chrome;

export const WELCOME = '/welcome.html';

export const openWelcome = (): Promise<unknown> => api.tabs.create({ url: WELCOME });

export const openOptions = (): Promise<void> => api.runtime.openOptionsPage();
