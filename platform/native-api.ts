/** Firefox's own promise-based API, in the place of the polyfill, which would give the same object back. */
export default (globalThis as unknown as { readonly browser: unknown }).browser;
