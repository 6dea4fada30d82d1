import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckDocument } from '../../scripts/check/document.ts';
import { PROXY } from './addresses.ts';
import { strangers } from './announced.ts';
import { cacheFolder } from './cache.ts';
import { takeCourse } from './course.ts';
import { differences } from './judge.ts';
import type { Lab } from './lab.ts';
import { folderOf } from './namespaces.ts';
import type { Played } from './report/outcome.ts';
import { volume } from './router/traffic.ts';
import type { BrowserWith, Phase, Scenario } from './scenario.ts';
import { strain } from './strain.ts';

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

/** Read by scripts/browser/launch.ts. */
const BROWSER_WITH: Readonly<Record<BrowserWith, Readonly<Record<string, string>>>> = {
  'no-webrtc': { RINGBACK_LAB_WEBRTC: 'off' },
  proxy: { RINGBACK_LAB_PROXY: `${PROXY.address}:${PROXY.port}` },
};

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
  if (phase.clock) await jump(lab, performance, phase.clock.days, profile);
  await lab.forget();
  const over = new AbortController();
  const course = takeCourse(lab, phase, over.signal);
  const strained = phase.strained && strain(lab.client.namespace, phase.strained.share, over.signal);
  const printed = await check(lab, performance, phase, profile).finally(async () => {
    over.abort();
    await Promise.allSettled([course, strained]);
  });
  const document = JSON.parse(printed) as CheckDocument;
  played.push({ phase, document, bytes: volume(await lab.contacts()) });
  const earlier = played.map(({ document }) => document);
  const wrong = [
    ...differences(document, phase.expect, earlier),
    ...(await course),
    ...(await strangers(lab, performance.scenario.services, allFaults(phase))),
  ];
  return wrong.length === 0 ? [] : [...wrong, `all that was observed: ${keep(performance, printed)}`];
}

const allFaults = ({ faults, during = [] }: Phase) => [...faults, ...during.flatMap(({ faults = [] }) => faults)];

/** Makes the network what the phase says. */
export async function stage(lab: Lab, { faults, exit = 'home' }: Pick<Phase, 'faults' | 'exit'>): Promise<void> {
  await lab.leaveBy(exit);
  await lab.apply(faults);
}

async function jump(lab: Lab, { browser, scenario }: Performance, days: number, profile: string): Promise<void> {
  const args = ['tests/lab/jump.ts', browser, profile, String(days), ...(scenario.explained ? ['granted'] : [])];
  const { code, stderr } = await lab.client.run(process.execPath, args, { cwd: ROOT, timeoutMs: START_MS });
  if (code !== 0) throw new Error(`the clock could not be moved: ${stderr.trim()}`);
}

/** Asks the product, by its own command, from inside the client. Returns the document that it prints. */
async function check(lab: Lab, { scenario, browser }: Performance, phase: Phase, profile: string): Promise<string> {
  const { rounds, spacing = 1, browserWith } = phase;
  const args = [
    ...['scripts/check.mjs', '--json', '--browser', browser, '--profile', profile],
    ...['--services', scenario.services.join(), ...(scenario.explained ? ['--detail'] : [])],
    ...['--rounds', String(rounds), '--spacing', String(spacing)],
  ];
  const timeoutMs = START_MS + rounds * (ROUND_MS + spacing * 1000);
  const { code, stdout, stderr } = await lab.client.run(process.execPath, args, {
    cwd: ROOT,
    timeoutMs,
    ...(browserWith && { env: BROWSER_WITH[browserWith] }),
  });
  if (code === 0) return stdout;
  throw new Error(`the check ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
}

/** Keeps the document of a check that went wrong. */
function keep({ name, browser }: Performance, printed: string): string {
  const path = join(cacheFolder('failed'), `${name}.${browser}.json`);
  writeFileSync(path, printed);
  return path;
}
