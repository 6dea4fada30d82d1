import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../build/output.ts';
import { packageNames } from '../package/pack.ts';
import { STORES, submission } from './stores.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly needs?: string; readonly if?: string; readonly steps: readonly Step[] }
    >
  >;
}

const FOLDER = join(ROOT, '.github', 'workflows');
const SECRET = /secrets\.(\w+)/g;

const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const read = (file: string) => parseYAML<Workflow>(textOf(file));
const secretsIn = (value: unknown) => [...JSON.stringify(value).matchAll(SECRET)].map(([, name]) => name as string);

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const { on, permissions, jobs } = read(file);
  const steps = Object.values(jobs).flatMap(({ steps }) => steps);

  test('may only read, unless a job says otherwise', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('takes actions by commit', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  test('leaves no credentials behind in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('shows no secret to what a stranger sends, and puts none into a command line', () => {
    if ('pull_request' in on) expect(secretsIn(jobs)).toEqual([]);
    expect(on).not.toHaveProperty('pull_request_target');
    for (const { run = '' } of steps) expect(run).not.toMatch(/secrets\.|github\.(event|head_ref|ref_name)/);
  });

  test('runs only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const asked = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)].map(([, name]) => name));
    for (const name of asked) expect(scripts).toHaveProperty([name as string]);
  });
});

describe('a release', () => {
  const { on, jobs } = read('release.yml');

  test('is made of a tag, and only after the tests', () => {
    expect(on.push).toEqual({ tags: ['v*'] });
    expect(jobs.package?.needs).toBe('test');
    expect([jobs.release?.needs, jobs.submit?.needs]).toEqual(['package', 'package']);
    expect(jobs.release?.if).toBe("github.ref_type == 'tag'");
  });

  test('only one job may write, and only one step has secrets', () => {
    const writing = Object.entries(jobs).filter(([, { permissions }]) => permissions !== undefined);
    expect(writing.map(([name, { permissions }]) => [name, permissions])).toEqual([['release', { contents: 'write' }]]);
    const withSecrets = Object.values(jobs).flatMap(({ steps }) => steps.filter((step) => secretsIn(step).length > 0));
    expect(withSecrets.map(({ run }) => run)).toEqual([expect.stringContaining('node scripts/submit.mjs')]);
  });

  test('has the secrets that the stores ask for, under the names by which they are read', () => {
    const step = jobs.submit?.steps.find(({ env }) => env !== undefined);
    const wanted = STORES.flatMap(({ secrets }) => secrets);
    expect(step?.env).toEqual(Object.fromEntries(wanted.map((name) => [name, `\${{ secrets.${name} }}`])));
  });
});

describe('submitting', () => {
  const names = packageNames();
  const env = Object.fromEntries(STORES.flatMap(({ secrets }) => secrets).map((name) => [name, 'set']));
  const to = (env: Record<string, string>, isForReview: boolean) => submission(env, (name) => name, names, isForReview);

  test('goes to the stores whose secrets are all set, and to no other', () => {
    expect(to({}, true)).toMatchObject({ args: [], to: [] });
    expect(to({ ...env, EDGE_API_KEY: '' }, true)).toMatchObject({
      to: ['Chrome Web Store', 'Firefox Add-ons'],
      without: [{ name: 'Microsoft Edge Add-ons', missing: ['EDGE_API_KEY'] }],
    });
  });

  test('is a dry run unless it is for review', () => {
    expect(to(env, false).args).toContain('--dry-run');
    expect(to(env, true).args).not.toContain('--dry-run');
  });

  test('uses options and variables that `wxt submit` knows', () => {
    const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'publish-extension'), ['--help'], {
      encoding: 'utf8',
    });
    const known = new Set([...stdout.matchAll(/--[a-z-]+/g)].map(([option]) => option));
    const variables = Object.keys(env).map((name) => `--${name.toLowerCase().replaceAll('_', '-')}`);
    const used = [...to(env, false).args.filter((arg) => arg.startsWith('--')), ...variables];
    expect(used.filter((option) => !known.has(option))).toEqual([]);
  });
});
