import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './platform/manifest.ts';
import { OLDEST } from './platform/oldest.ts';
import { polyfillTable } from './platform/polyfill-plugin.ts';

const nativeApi = fileURLToPath(new URL('./platform/native-api.ts', import.meta.url));

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest,
  imports: false,
  hooks: {
    // Each page is built by itself: code that two pages share would be loaded by both with what only one of them needs, and in pieces that
    // compress badly. The scripts have bounds, and a page is seldom opened after another.
    'entrypoints:grouped'(_, groups) {
      const apart = groups.flatMap((group) => (Array.isArray(group) ? group.map((page) => [page]) : [group]));
      groups.splice(0, groups.length, ...(apart as typeof groups));
    },
  },
  vite: ({ browser }) => ({
    // In Firefox the polyfill hands through what is there already; that takes one line, not a ninth of the background's script.
    resolve: browser === 'firefox' ? { alias: { 'webextension-polyfill': nativeApi } } : {},
    plugins: [polyfillTable(), preact({ devToolsEnabled: false })],
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chrome}`,
      modulePreload: false,
      // A few hundred bytes smaller than the default: the scripts have bounds (see docs/architecture.md).
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        module: true,
        toplevel: true,
        compress: {
          passes: 5,
          unsafe: true,
          unsafe_comps: true,
          unsafe_arrows: true,
          pure_getters: true,
          hoist_props: true,
        },
      },
    },
  }),
});
