import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What others have measured never judges this network. */
test('Nothing that measures, judges, remembers or announces knows of OONI', () => {
  const files = globSync([
    'core/{verdict,evidence,history,announce,network,call,report}/**/*.ts',
    'probes/**/*.ts',
    'platform/history/**/*.ts',
    // The composition root starts it.
    'entrypoints/background/!(index|opinion|*.test).ts',
  ]);
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.filter((file) => /from '[^']*(\/ooni\/|opinion|platform\/ooni)[^']*'/.test(readFileSync(file, 'utf8'))),
  ).toEqual([]);
});
