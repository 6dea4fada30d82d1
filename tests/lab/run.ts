import { parseArgs } from 'node:util';
import { type Lab, withLab } from './lab.ts';
import { BROWSERS, type Browser, perform } from './perform.ts';
import { type Scenario, scenario, scenarioNames } from './scenario.ts';
import { unsupported } from './supported.ts';

/** `node tests/lab/run.ts [--browser chromium|firefox] [--list] [scenario …]`: all scenarios in both browsers unless told. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', multiple: true }, list: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : scenarioNames();
const browsers = BROWSERS.filter((browser) => values.browser?.includes(browser) ?? true);

process.exitCode = values.list ? await list() : await runAll();

async function list(): Promise<number> {
  for (const name of names) console.log(`${name.padEnd(34)} ${(await scenario(name)).says}`);
  return 0;
}

async function runAll(): Promise<number> {
  if (browsers.length === 0) throw new Error(`--browser takes ${BROWSERS.join(' or ')}`);
  // Wrong names are found before anything is built.
  const scenarios = await Promise.all(names.map(async (name) => [name, await scenario(name)] as const));
  const reason = await unsupported();
  if (reason !== null) console.log(`skipped: ${reason}`);
  const outcomes = reason === null ? await withLab((lab) => playAll(lab, scenarios)) : [];
  const failed = outcomes.filter((passed) => !passed).length;
  console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function playAll(lab: Lab, scenarios: readonly (readonly [string, Scenario])[]): Promise<boolean[]> {
  const outcomes: boolean[] = [];
  for (const [name, scenario] of scenarios) {
    for (const browser of browsers) {
      if (needsLine(scenario) && !lab.adjustableLine) {
        console.log(`skipped  ${name} (${browser}): without a C compiler the line cannot be made worse`);
      } else {
        outcomes.push(await playOne(lab, browser, name, scenario));
      }
    }
  }
  return outcomes;
}

async function playOne(lab: Lab, browser: Browser, name: string, scenario: Scenario): Promise<boolean> {
  const began = performance.now();
  const wrong = await perform(lab, browser, scenario);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${wrong.length === 0 ? 'passed' : 'FAILED'}  ${name} (${browser}, ${seconds} s)`);
  for (const line of wrong) console.log(`        ${line}`);
  return wrong.length === 0;
}

function needsLine({ phases }: Scenario): boolean {
  return phases.some(({ faults }) => faults.some(({ line }) => line !== undefined));
}
