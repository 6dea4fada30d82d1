import { parseArgs } from 'node:util';
import { missing } from '../../scripts/setup/needs.mjs';
import { besides } from './beside/beside.ts';
import type { Answer } from './beside/claim.ts';
import { scoreAll } from './beside/score.ts';
import { type Lab, withLab } from './lab.ts';
import { performOwn } from './own/perform.ts';
import { listed, type OwnScenario, ownScenario, ownScenarioNames } from './own/scenario.ts';
import { BROWSERS, type Browser, type Performance, perform } from './perform.ts';
import { REPORT_FOLDER, writeReport } from './report/files.ts';
import { demandLine } from './report/markdown.ts';
import type { Outcome, Played } from './report/outcome.ts';
import { reportOn } from './report/report.ts';
import { SAMPLE } from './sample.ts';
import { type Scenario, scenario, scenarioNames } from './scenario.ts';
import { unsupported } from './supported.ts';

/** `npm run lab -- [options] [scenario …]`: everything in both browsers unless told. See README.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true },
    /** Labs that work side by side; most of a scenario's time is waiting for silence. */
    jobs: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
    /** Some of each family, as the tests do. */
    sample: { type: 'boolean', default: false },
    /** Ask on the same networks what people would use instead. */
    beside: { type: 'boolean', default: false },
    /** Folder for the report. */
    report: { type: 'string', default: REPORT_FOLDER },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const some = values.sample ? SAMPLE : positionals;
  const names = some.length > 0 ? some : [...scenarioNames(), ...ownScenarioNames()];
  // Wrong names are found before anything is built.
  const scenarios = await Promise.all(names.map(async (name) => ({ name, scenario: await named(name) })));
  if (values.list) {
    for (const { name, scenario } of scenarios) console.log(`${name.padEnd(30)} ${scenario.says}`);
    return 0;
  }
  const browsers = BROWSERS.filter((browser) => values.browser?.includes(browser) ?? true);
  if (browsers.length === 0) throw new Error(`--browser takes ${BROWSERS.join(' or ')}`);

  const reason = await unsupported();
  if (reason !== null) {
    console.log(`skipped: ${reason}\n\n0 passed, 0 failed`);
    return 0;
  }
  const queue = scenarios.flatMap((one) => browsers.map((browser) => ({ ...one, browser })));
  const answers: Answer[] = [];
  const afterwards = async (lab: Lab, performance: Performance, last: Played) => {
    if (!values.beside) return;
    const withoutBrowser = performance.browser === browsers[0];
    // Whole or not at all, so that all methods are counted on the same networks.
    const asked = besides(lab, performance, last, { withoutBrowser });
    answers.push(...(await asked.catch((error: unknown) => toldApart(performance, error))));
  };
  const outcomes = await playAll(queue, Number(values.jobs), afterwards);
  const whole = some.length === 0;
  const beside = values.beside && { beside: scoreAll(answers) };
  const report = reportOn(outcomes, { takenAt: new Date(), whole, ...beside });
  console.log(`\nreport: ${writeReport(values.report, report)}`);
  const unmet = report.demands.filter(({ met }) => !met);
  for (const demand of unmet) console.log(`not met: ${demandLine(demand)}`);
  console.log(`\n${report.counts.passed} passed, ${report.counts.failed} failed`);
  return report.counts.failed > 0 || (whole && unmet.length > 0) ? 1 : 0;
}

function named(name: string): Promise<Scenario | OwnScenario> {
  return ownScenarioNames().includes(name) ? ownScenario(name) : scenario(name);
}

/** Any scenario in one browser. */
interface Wanted {
  readonly name: string;
  readonly scenario: Scenario | OwnScenario;
  readonly browser: Browser;
}

/** That another method could not be run is no failure of a scenario. */
function toldApart({ name, browser }: Performance, error: unknown): [] {
  console.log(`beside   ${name} (${browser}) is left out: ${error instanceof Error ? error.message : error}`);
  return [];
}

type Afterwards = (lab: Lab, performance: Performance, last: Played) => Promise<void>;

/** Each job has a lab of its own, and takes the next performance when it is free. */
async function playAll(queue: Wanted[], jobs: number, afterwards: Afterwards): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const work = async (lab: Lab) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      outcomes.push(await playOne(lab, next, afterwards));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, () => withLab(work)));
  return outcomes;
}

async function playOne(lab: Lab, { name, browser, scenario }: Wanted, afterwards: Afterwards): Promise<Outcome> {
  const about = { name, browser, scenario: 'steps' in scenario ? listed(scenario) : scenario };
  const hindrance = hindranceOf(lab, scenario);
  if (hindrance !== null) {
    console.log(`skipped  ${name} (${browser}): ${hindrance}`);
    return { ...about, result: 'skipped', wrong: [], seconds: 0, played: [] };
  }
  const began = Date.now();
  const { wrong, played } =
    'steps' in scenario
      ? { wrong: await performOwn(lab, { name, browser, scenario }), played: [] }
      : await perform(lab, { name, browser, scenario }, (last) => afterwards(lab, { name, browser, scenario }, last));
  const seconds = (Date.now() - began) / 1000;
  const result = wrong.length === 0 ? 'passed' : 'failed';
  const verdict = wrong.length === 0 ? 'passed' : 'FAILED';
  console.log([`${verdict}  ${name} (${browser}, ${seconds.toFixed(1)} s)`, ...wrong].join('\n        '));
  return { ...about, result, wrong, seconds, played };
}

/** Why it can't be played here. */
function hindranceOf(lab: Lab, scenario: Scenario | OwnScenario): string | null {
  const parts = 'steps' in scenario ? scenario.steps : scenario.phases;
  const needsLine = parts.some(({ faults = [] }) => faults.some(({ line }) => line !== undefined));
  if (needsLine && !lab.adjustableLine) return 'without a C compiler the line cannot be made worse';
  return 'steps' in scenario ? missing('kamailio') : null;
}
