import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { catalogue } from './core/catalogue/vite-plugin.ts';
import { manifest } from './platform/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest,
  imports: false,
  // Pages are small and strict: no inline polyfill, no eval in development builds either.
  vite: () => ({ plugins: [catalogue(), preact({ devToolsEnabled: false })], build: { modulePreload: false } }),
});
