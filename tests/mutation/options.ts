import type { PartialStrykerOptions } from '@stryker-mutator/api/core';

const CACHE = '.cache/mutation';

/** What is not changed, though it lies in core. */
export const EXCEPTIONS = [
  '!core/**/*.test.ts',
  // Worlds and stories for tests.
  '!core/**/testing*.ts',
  // Run in the build's own process, where nothing is changed; what it makes of the data is tested beside it.
  '!core/catalogue/files.ts',
];

/** Mutation testing of core: one statement at a time is changed, and some test has to notice. */
export const OPTIONS: PartialStrykerOptions = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  // None: Stryker reads it through an interface that TypeScript 7 no longer has, only to rewrite paths that need no rewriting.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 300_000,
  incremental: true,
  incrementalFile: `${CACHE}/incremental.json`,
  tempDirName: `${CACHE}/sandbox`,
  cleanTempDir: 'always',
  ignorePatterns: ['.cache', '.output'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: `${CACHE}/report.html` },
  jsonReporter: { fileName: `${CACHE}/report.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
