import { once } from 'node:events';
import { withLab } from './lab.ts';
import { ownScenario, ownScenarioNames } from './own/scenario.ts';
import { stage } from './perform.ts';
import { scenario } from './scenario.ts';
import { unsupported } from './supported.ts';

/**
 * `node tests/lab/shell.ts <scenario> [--phase N] [command …]` runs a command (your shell unless told) on the scenario's network, as it is
 * in its last phase. RINGBACK_LAB_CA is the certificate authority to trust.
 */
const [name = '', ...rest] = process.argv.slice(2).filter((arg) => arg !== '--');
const wanted = rest[0] === '--phase' ? Number(rest[1]) : undefined;
const [command = process.env.SHELL ?? 'sh', ...args] = wanted === undefined ? rest : rest.slice(2);

const own = ownScenarioNames().includes(name) ? await ownScenario(name) : null;
const { says, phases } = own ? { ...own, phases: own.steps } : await scenario(name);
const phase = wanted === undefined ? phases.at(-1) : phases[wanted - 1];
if (!phase) throw new Error(`${name} has ${phases.length} phases`);
const { faults = [] } = phase;
const reason = await unsupported();
if (reason !== null) throw new Error(reason);

process.exitCode = await withLab(async (lab) => {
  if (own) await lab.startOwn();
  await stage(lab, { ...phase, faults });
  console.error(`${says}\n${faults.map((fault) => `  ${fault.says}\n`).join('')}`);
  // The terminal sends Ctrl-C to the command as well; the lab stays until that has ended.
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  const [code] = (await once(lab.client.start(command, args, 'inherit'), 'exit')) as [number | null];
  return code ?? 1;
});
