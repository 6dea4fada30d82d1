import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { catalogue } from '../../core/catalogue/vite-plugin.ts';

/** The tests of core alone: no extension API, so that a changed statement is judged in a second. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  plugins: [catalogue()],
  test: {
    include: ['core/**/*.test.ts'],
    exclude: [...configDefaults.exclude],
    setupFiles: [join(import.meta.dirname, 'same-draws.ts')],
  },
});
