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

/** How Vitest is run for a step. */
export interface Run {
  readonly config: string;
  /** Names the step. */
  readonly label: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs Vitest with a configuration, and counts its tests. */
export async function vitest(print: Print, run: Run): Promise<Tally> {
  const { report, code } = await runVitest(print, run, []);
  return honest(count(report, run.label), code);
}

/** More files than this are not spoiled by a busy machine. */
const MOST_FILES_AGAIN = 6;

/** Runs the files in which something failed, whole, and counts them in place of what they came to before. */
export async function vitestAgain(print: Print, run: Run): Promise<Tally> {
  const before = readReport(run.label);
  const files = before.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  if (files.length > MOST_FILES_AGAIN) {
    print(`${files.length} files failed: too many to blame it on what ran beside.\n`);
    return honest(count(before, run.label), 1);
  }
  const { report, code } = await runVitest(print, run, files);
  return honest(count(replaced(before, report), run.label), code);
}

/** The files of a later report in place of the same files of an earlier one. */
export function replaced(before: Report, later: Report): Report {
  const anew = new Set(later.testResults.map(({ name }) => name));
  return { testResults: [...before.testResults.filter(({ name }) => !anew.has(name)), ...later.testResults] };
}

const reportPath = (label: string) => join(ROOT, '.cache', 'test', `${label}.json`);
const readReport = (label: string) => JSON.parse(readFileSync(reportPath(label), 'utf8')) as Report;

async function runVitest(print: Print, { config, label, env }: Run, files: readonly string[]) {
  const path = reportPath(label);
  mkdirSync(join(path, '..'), { recursive: true });
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await command(print, 'vitest', ['run', '--config', config, ...reporters, ...files], env);
  return { report: readReport(label), code };
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
