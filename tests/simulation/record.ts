import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CheckDocument } from '../../scripts/check/document.ts';
import { type Lab, withLab } from '../lab/lab.ts';
import { folderOf } from '../lab/namespaces.ts';
import { BROWSERS, type Browser } from '../lab/perform.ts';
import { unsupported } from '../lab/supported.ts';
import { LINES } from './open-lines.ts';
import { FOLDER, print, toRecording } from './recorded.ts';

/**
 * `node tests/simulation/record.ts [--browser chromium|firefox]`: real rounds in real browsers on open lines, kept for the tests and figures
 * that draw from them. Needs root, as the lab does; a quarter of an hour for both browsers.
 */
const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true } } });
const ROOT = join(import.meta.dirname, '../..');

const reason = await unsupported();
if (reason !== null) throw new Error(reason);
mkdirSync(FOLDER, { recursive: true });
await withLab(async (lab) => {
  if (!lab.adjustableLine) throw new Error('without a C compiler (cc) the line cannot be made worse');
  for (const browser of BROWSERS.filter((name) => values.browser?.includes(name) ?? true)) await record(lab, browser);
});

/** Each line begins with a profile in which every endpoint has earned its vote, on a network that it does not know. */
async function record(lab: Lab, browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(folderOf(lab.client.namespace), 'profiles-'));
  const earned = join(folder, 'earned');
  mkdirSync(earned);
  const lines: { line: string; document: CheckDocument }[] = [];
  try {
    await lab.reset();
    await check(lab, browser, earned, 2);
    await lab.leaveBy('away');
    for (const [index, { line, faults, rounds }] of LINES.entries()) {
      const profile = join(folder, String(index));
      cpSync(earned, profile, { recursive: true });
      await lab.apply(faults);
      const document = await check(lab, browser, profile, rounds);
      console.log(`${browser}, ${line}: ${document.eachRound.map(({ network }) => network.state).join(', ')}`);
      lines.push({ line, document });
      rmSync(profile, { recursive: true, force: true });
    }
    writeFileSync(join(FOLDER, `${browser}.json`), print(toRecording(browser, lines)));
  } finally {
    lab.client.endAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The default services, by the product's own command from inside the client. */
async function check(lab: Lab, browser: Browser, profile: string, rounds: number): Promise<CheckDocument> {
  const args = [
    ...['scripts/check.mjs', '--json', '--browser', browser, '--profile', profile],
    ...['--rounds', String(rounds), '--spacing', '1'],
  ];
  const { code, stdout, stderr } = await lab.client.run(process.execPath, args, { cwd: ROOT, timeoutMs: 600_000 });
  if (code !== 0) throw new Error(`the check ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
  return JSON.parse(stdout) as CheckDocument;
}
