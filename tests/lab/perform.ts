import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckDocument } from '../../scripts/check/document.ts';
import { cacheFolder } from './cache.ts';
import { differences } from './judge.ts';
import type { Lab } from './lab.ts';
import { folderOf } from './namespaces.ts';
import type { Played } from './report/outcome.ts';
import { volume } from './router/traffic.ts';
import type { Phase, Scenario } from './scenario.ts';

export type Browser = 'chromium' | 'firefox';
export const BROWSERS: readonly Browser[] = ['chromium', 'firefox'];

/** One scenario in one browser. */
export interface Performance {
  readonly name: string;
  readonly scenario: Scenario;
  readonly browser: Browser;
}

const ROOT = join(import.meta.dirname, '../..');
/** Start of the browser, and longer than a round may take. */
const START_MS = 120_000;
const ROUND_MS = 45_000;

export interface Performed {
  /** What differed, one line each. */
  readonly wrong: readonly string[];
  readonly played: readonly Played[];
}

/** Plays a scenario's phases in one browser profile. `afterwards` finds the network as the last phase left it, if that was played. */
export async function perform(
  lab: Lab,
  performance: Performance,
  afterwards: (last: Played) => Promise<void> = async () => {},
): Promise<Performed> {
  const { phases } = performance.scenario;
  const profile = mkdtempSync(join(folderOf(lab.client.namespace), 'profile-'));
  const played: Played[] = [];
  try {
    for (const [index, phase] of phases.entries()) {
      const wrong = await play(lab, performance, phase, profile, played).catch((error: unknown) => [String(error)]);
      const last = played[phases.length - 1];
      if (last) await afterwards(last);
      // What a later phase would say rests on this one.
      if (wrong.length > 0)
        return { wrong: wrong.map((line) => (phases.length > 1 ? `phase ${index + 1}: ${line}` : line)), played };
    }
    return { wrong: [], played };
  } finally {
    lab.client.endAll();
    await lab.reset();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Adds to `played`, and returns what differed. */
async function play(
  lab: Lab,
  performance: Performance,
  phase: Phase,
  profile: string,
  played: Played[],
): Promise<string[]> {
  await stage(lab, phase);
  await lab.forget();
  const printed = await check(lab, performance, phase, profile);
  const document = JSON.parse(printed) as CheckDocument;
  played.push({ phase, document, bytes: volume(await lab.contacts()) });
  const idle = (await lab.hits()).filter(
    ({ fault, packets }) => packets === 0 && (fault.forward?.length || fault.divert?.length),
  );
  const wrong = [
    ...differences(document, phase.expect),
    ...idle.map(({ fault }) => `never came to act: ${fault.says}`),
  ];
  return wrong.length === 0 ? [] : [...wrong, `all that was observed: ${keep(performance, printed)}`];
}

/** Makes the network what the phase says. */
export async function stage(lab: Lab, { faults, exit = 'home' }: Phase): Promise<void> {
  await lab.leaveBy(exit);
  await lab.apply(faults);
}

/** Asks the product, by its own command, from inside the client. Returns the document that it prints. */
async function check(lab: Lab, { scenario, browser }: Performance, phase: Phase, profile: string): Promise<string> {
  const { rounds, spacing = 1 } = phase;
  const args = [
    ...['scripts/check.mjs', '--json', '--browser', browser, '--profile', profile],
    ...['--services', scenario.services.join(), ...(scenario.explained ? ['--detail'] : [])],
    ...['--rounds', String(rounds), '--spacing', String(spacing)],
  ];
  const timeoutMs = START_MS + rounds * (ROUND_MS + spacing * 1000);
  const { code, stdout, stderr } = await lab.client.run(process.execPath, args, { cwd: ROOT, timeoutMs });
  if (code === 0) return stdout;
  throw new Error(`the check ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
}

/** Keeps the document of a check that went wrong. */
function keep({ name, browser }: Performance, printed: string): string {
  const path = join(cacheFolder('failed'), `${name}.${browser}.json`);
  writeFileSync(path, printed);
  return path;
}
