import { parseArgs } from 'node:util';
import { type Lab, withLab } from './lab.ts';
import { BROWSERS, type Performance, perform } from './perform.ts';
import { type Scenario, scenario, scenarioNames } from './scenario.ts';
import { unsupported } from './supported.ts';

/** `node tests/lab/run.ts [--browser chromium|firefox] [--jobs N] [--list] [scenario …]`: everything in both browsers unless told. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true },
    /** Labs that work side by side; most of a scenario's time is waiting for silence. */
    jobs: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const names = positionals.length > 0 ? positionals : scenarioNames();
  // Wrong names are found before anything is built.
  const scenarios = await Promise.all(names.map(async (name) => ({ name, scenario: await scenario(name) })));
  if (values.list) {
    for (const { name, scenario } of scenarios) console.log(`${name.padEnd(30)} ${scenario.says}`);
    return 0;
  }
  const browsers = BROWSERS.filter((browser) => values.browser?.includes(browser) ?? true);
  if (browsers.length === 0) throw new Error(`--browser takes ${BROWSERS.join(' or ')}`);

  const reason = await unsupported();
  if (reason !== null) console.log(`skipped: ${reason}`);
  const queue = scenarios.flatMap((one) => browsers.map((browser) => ({ ...one, browser })));
  const outcomes = reason === null ? await playAll(queue, Number(values.jobs)) : [];
  const failed = outcomes.filter((passed) => !passed).length;
  console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** Each job has a lab of its own, and takes the next performance when it is free. */
async function playAll(queue: Performance[], jobs: number): Promise<boolean[]> {
  const outcomes: boolean[] = [];
  const work = async (lab: Lab) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!needsLine(next.scenario) || lab.adjustableLine) outcomes.push(await playOne(lab, next));
      else console.log(`skipped  ${next.name} (${next.browser}): without a C compiler the line cannot be made worse`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, () => withLab(work)));
  return outcomes;
}

async function playOne(lab: Lab, performance: Performance): Promise<boolean> {
  const began = Date.now();
  const wrong = await perform(lab, performance);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const verdict = wrong.length === 0 ? 'passed' : 'FAILED';
  console.log([`${verdict}  ${performance.name} (${performance.browser}, ${seconds} s)`, ...wrong].join('\n        '));
  return wrong.length === 0;
}

function needsLine({ phases }: Scenario): boolean {
  return phases.some(({ faults }) => faults.some(({ line }) => line !== undefined));
}
