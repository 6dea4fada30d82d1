import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of the built extension in the browser that RINGBACK_BROWSER names. They measure time, so they run one by one. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/browser/**/*.test.ts'],
    exclude: [...configDefaults.exclude],
    globalSetup: ['tests/browser/build.ts'],
    fileParallelism: false,
    // Machines that run them are shared: what a burst of load has spoiled is told (`retry x1`), and tried once more.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
