import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build/output.ts';
import { BROWSER } from './under-test.ts';

function check(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const script = join(ROOT, 'scripts', 'check.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--json', '--browser', BROWSER, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

describe('the command check', () => {
  test('refuses a service that it does not know, and names those that it knows', () => {
    const { status, stdout, stderr } = check(['--services', 'whatsapp,carrier-pigeon']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^--services names carrier-pigeon, unknown here\. Known: .*signal.*whatsapp/);
  });

  test('tells on standard error when the browser does not start, and prints no document', () => {
    const { status, stdout, stderr } = check([], { [`RINGBACK_${BROWSER.toUpperCase()}`]: '/bin/false' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The check failed: /);
  });

  test('tells when the browser that was named is not there', () => {
    const { status, stdout, stderr } = check([], { [`RINGBACK_${BROWSER.toUpperCase()}`]: '/nowhere/browser' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`RINGBACK_${BROWSER.toUpperCase()} names /nowhere/browser, and there is no such file.\n`);
  });
});
