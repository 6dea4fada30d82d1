import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences, type Verdict } from './judge.ts';
import type { Lab } from './lab.ts';
import type { Phase, Scenario } from './scenario.ts';

export type Browser = 'chromium' | 'firefox';
export const BROWSERS: readonly Browser[] = ['chromium', 'firefox'];

const ROOT = join(import.meta.dirname, '../..');
/** Start of the browser, and longer than a round may take. */
const START_MS = 120_000;
const ROUND_MS = 45_000;

/** Plays a scenario's phases in one browser profile. Returns what differed, one line each. */
export async function perform(lab: Lab, browser: Browser, scenario: Scenario): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'rbk-profile-'));
  try {
    const wrong: string[] = [];
    for (const [index, phase] of scenario.phases.entries()) {
      const lines = await play(lab, browser, scenario, phase, profile).catch((error: unknown) => [String(error)]);
      wrong.push(...lines.map((line) => (scenario.phases.length > 1 ? `phase ${index + 1}: ${line}` : line)));
      // What a later phase would say rests on this one.
      if (lines.length > 0) break;
    }
    return wrong;
  } finally {
    await lab.reset();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function play(
  lab: Lab,
  browser: Browser,
  { services, explained }: Scenario,
  phase: Phase,
  profile: string,
): Promise<string[]> {
  await stage(lab, phase);
  const verdict = await check(lab, { browser, services, explained: explained ?? false, profile, phase });
  const idle = (await lab.hits()).filter(
    ({ fault, packets }) => packets === 0 && (fault.forward?.length || fault.divert?.length),
  );
  return [...differences(verdict, phase.expect), ...idle.map(({ fault }) => `never came to act: ${fault.says}`)];
}

/** Makes the network what the phase says. */
export async function stage(lab: Lab, { faults, exit = 'home' }: Phase): Promise<void> {
  await lab.leaveBy(exit);
  await lab.apply(faults);
}

interface CheckWish {
  readonly browser: Browser;
  readonly services: readonly string[];
  readonly explained: boolean;
  readonly profile: string;
  readonly phase: Phase;
}

/** Asks the product, by its own command, from inside the client. */
async function check(lab: Lab, { browser, services, explained, profile, phase }: CheckWish): Promise<Verdict> {
  const { rounds, spacing = 1 } = phase;
  const args = [
    ...['scripts/check.mjs', '--json', '--browser', browser, '--services', services.join(), '--profile', profile],
    ...['--rounds', String(rounds), '--spacing', String(spacing), ...(explained ? ['--detail'] : [])],
  ];
  const timeoutMs = START_MS + rounds * (ROUND_MS + spacing * 1000);
  const { code, stdout, stderr } = await lab.client.run(process.execPath, args, { cwd: ROOT, timeoutMs });
  if (code !== 0) throw new Error(`the check ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
  return JSON.parse(stdout) as Verdict;
}
