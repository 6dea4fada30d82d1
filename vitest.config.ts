import preact from '@preact/preset-vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { catalogue } from './core/catalogue/vite-plugin.ts';

/** Unit tests: beside their source, in Node, with a fake extension API. Browsers and the lab have their own. */
export default defineConfig({
  plugins: [catalogue(), preact({ devToolsEnabled: false, prefreshEnabled: false }), WxtVitest()],
  test: {
    include: ['**/*.test.{ts,tsx}'],
    // Tests assert behaviour: a machine that is busy elsewhere may take its time.
    testTimeout: 30_000,
    exclude: [...configDefaults.exclude, '.output/**', '.wxt/**', '.cache/**', 'tests/browser/**'],
  },
});
