import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/output.ts';
import { packageNames } from '../package/pack.ts';
import { run } from '../setup/run.mjs';
import { PACKAGES } from './packages.ts';
import type { Print } from './step.ts';
import type { Tally } from './tally.ts';

/** The part of web-ext's JSON that is read. */
interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Mozilla's linter on the package. What it says is wrong unless `docs/stores.md` gives a reason for it. */
export async function lintPackage(print: Print): Promise<Tally> {
  const archive = join(PACKAGES, packageNames().firefox);
  const { output } = await run('web-ext', ['lint', '--source-dir', archive, '--output', 'json'], { cwd: ROOT });
  const { errors, warnings, notices } = JSON.parse(output) as Record<string, readonly Message[]>;
  const reasons = explained(readFileSync(join(ROOT, 'docs', 'stores.md'), 'utf8'));
  const messages = [...(errors ?? []), ...(warnings ?? []), ...(notices ?? [])];
  const seen = new Set(messages.map(({ code }) => code));
  const wrong = messages.filter(({ code }) => !reasons.has(code));
  const stale = [...reasons].filter((code) => !seen.has(code));
  for (const { code, message, file, line } of wrong)
    print(`${code}: ${message} (${file ?? 'manifest'}:${line ?? '-'})\n`);
  for (const code of stale) print(`docs/stores.md explains ${code}, which the linter does not say any more\n`);
  for (const code of seen) if (reasons.has(code)) print(`explained in docs/stores.md: ${code}\n`);
  const failed = wrong.length + stale.length;
  return { passed: failed === 0 ? 1 : 0, failed, skipped: [] };
}

/** Codes in the first column of the page's table. */
export const explained = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code as string));
