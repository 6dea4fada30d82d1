/** The browser's own promise-based API, in the place of the polyfill. */
const { browser, chrome } = globalThis as unknown as { readonly browser?: unknown; readonly chrome: unknown };
export default browser ?? chrome;
