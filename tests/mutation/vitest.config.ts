import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One test that notices is enough: those that try hundreds of cases come last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(/properties|rates|stored|build/.test(moduleId));
    return files.toSorted((a, b) => isSlow(a) - isSlow(b));
  }
}

/** The tests of core alone: no extension API, so that a changed statement is judged in a second. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['core/**/*.test.ts'],
    exclude: [...configDefaults.exclude],
    // Core keeps no state, and every mutant gets a worker of its own: a worker for each file besides would only cost time.
    isolate: false,
    // A busy machine is no reason to believe that a mutant was noticed.
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
    globalSetup: ['core/catalogue/testing-data.ts'],
    setupFiles: ['core/catalogue/testing-edition.ts', join(import.meta.dirname, 'same-draws.ts')],
  },
});
