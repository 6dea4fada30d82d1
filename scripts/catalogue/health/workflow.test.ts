import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import { expect, test } from 'vitest';
import { serviceRecords } from '../../../core/catalogue/files.ts';
import { ROOT } from '../../build/output.ts';
import { parseOptions } from './options.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly needs?: string; readonly steps: readonly Step[] }>
  >;
}

/** What holds for every workflow is tested in `scripts/submit/workflows.test.ts`. */
const { on, jobs } = parseYAML<Workflow>(
  readFileSync(join(ROOT, '.github', 'workflows', 'catalogue-health.yml'), 'utf8'),
);
const { ask, propose } = jobs;
const commands = (job = ask) => job?.steps.flatMap(({ run }) => (run ? [run] : [])) ?? [];

test('it comes once a week', () => {
  expect(on.schedule.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/)]);
});

test('it asks from the runner, then merges, with arguments that there are', () => {
  const runs = commands().flatMap((line) =>
    [...line.matchAll(/catalogue-health\.mjs ([^>]*)/g)].map(([, args]) => args?.trim()),
  );
  const services = serviceRecords().map(({ id }) => id);
  expect(runs.map((args) => parseOptions(args?.split(' ') ?? [], services))).toMatchObject([
    { place: 'github', merge: false },
    { merge: true },
  ]);
});

test('the change is the record and the runs, and is proposed, not made', () => {
  const [script = ''] = commands(propose).filter((line) => line.includes('commit --message'));
  expect(script).toContain('git add core/catalogue/health.json docs/method.md health\n');
  expect(script).toMatch(/git push --force origin catalogue-health$/m);
  expect(script).toContain('gh pr create --head catalogue-health');
  expect(script).not.toMatch(/\bmain\b|pr merge|--auto/);
});

test('a stranger’s change from a branch of that name is not taken for ours', () => {
  expect(commands(propose).join('\n')).toContain('map(select(.isCrossRepository | not)) | length');
});

test('only the job that runs nothing of ours may write, and only one of its steps can', () => {
  expect(ask?.permissions).toBeUndefined();
  expect(propose).toMatchObject({ needs: 'ask', permissions: { contents: 'write', 'pull-requests': 'write' } });
  expect(commands(propose).join('\n')).not.toMatch(/npm|node /);
  const withToken = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ env }) => env));
  expect(withToken).toMatchObject([
    { env: { GH_TOKEN: `\${{ github.token }}` }, run: expect.stringContaining('gh pr create') },
  ]);
});

test('what one job hands to the other is what the other proposes', () => {
  const artifacts = [ask, propose].flatMap(
    (job) =>
      job?.steps.flatMap(({ uses, with: given }) => (uses?.includes('load-artifact@') ? [given?.name] : [])) ?? [],
  );
  expect(artifacts).toEqual(['health', 'health']);
});
