import preact from '@preact/preset-vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit tests: beside their source, in Node, with a fake extension API. Browsers and the lab have their own. */
export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), WxtVitest()],
  test: {
    include: ['**/*.test.{ts,tsx}'],
    globalSetup: ['core/catalogue/testing-data.ts'],
    setupFiles: ['core/catalogue/testing-edition.ts'],
    // Tests assert behaviour: a machine that is busy elsewhere may take its time.
    testTimeout: 30_000,
    exclude: [...configDefaults.exclude, '.output/**', '.wxt/**', '.cache/**', 'tests/browser/**'],
  },
});
