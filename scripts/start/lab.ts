import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, withLab } from '../../tests/lab/lab.ts';
import { stage } from '../../tests/lab/perform.ts';
import { type Phase, type Scenario, scenario } from '../../tests/lab/scenario.ts';
import { unsupported } from '../../tests/lab/supported.ts';
import { ROOT } from '../build/output.ts';
import type { BrowserFamily } from '../setup/browsers.mjs';
import { StartError } from './options.ts';

/** Shows the extension on the network of a scenario, after what came before: a relay's silence counts once it has answered. */
export async function startInLab(browser: BrowserFamily, name: string): Promise<number> {
  const reason = await unsupported();
  if (reason !== null) throw new StartError(`--lab cannot be had here: ${reason}.`);
  const play = await scenario(name);
  const profile = mkdtempSync(join(tmpdir(), 'ringback-lab-'));
  try {
    return await withLab((lab) => showPhases(lab, play, ['--browser', browser, '--profile', profile]));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function showPhases(lab: Lab, { says, phases, services, explained }: Scenario, args: readonly string[]) {
  console.log(`\n${says}`);
  let code = 0;
  for (const [index, phase] of phases.entries()) {
    await stage(lab, phase);
    const isLast = index === phases.length - 1;
    console.log(
      `${isLast ? 'Now' : 'Before that'}: ${phase.faults.map((fault) => fault.says).join('; ') || 'an open network'}.`,
    );
    const script = isLast ? 'scripts/start/main.ts' : 'scripts/check/main.ts';
    code = await inClient(
      lab,
      script,
      [...args, ...roundsOf(phase), ...detail(explained), '--services', services.join()],
      isLast,
    );
    if (code !== 0) break;
  }
  return code;
}

const roundsOf = ({ rounds, spacing = 1 }: Phase) => ['--rounds', String(rounds), '--spacing', String(spacing)];
const detail = (explained?: true) => (explained ? ['--detail'] : []);

async function inClient(lab: Lab, script: string, args: readonly string[], shown: boolean): Promise<number> {
  const child = lab.client.start(
    process.execPath,
    [...process.execArgv, join(ROOT, script), ...args],
    shown ? 'inherit' : 'pipe',
  );
  // The verdict on what came before is not what was asked for; a failure is.
  child.stdout?.resume();
  child.stderr?.pipe(process.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
