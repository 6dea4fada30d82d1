import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/output.ts';
import { command } from './command.ts';
import type { Print } from './step.ts';
import { honest, type Tally } from './tally.ts';

/** The part of Vitest's JSON report that is counted. */
interface Report {
  readonly testResults: readonly {
    readonly status: 'passed' | 'failed';
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs Vitest with a configuration, and counts its tests. */
export async function vitest(print: Print, config: string, label: string, env: Readonly<Record<string, string>> = {}) {
  const report = join(ROOT, '.cache', 'test', `${label}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await command(print, 'vitest', ['run', '--config', config, ...reporters], env);
  return honest(count(JSON.parse(readFileSync(report, 'utf8')) as Report, label), code);
}

export function count({ testResults }: Report, label: string): Tally {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that cannot be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => `${label}: ${fullName}`),
  };
}
