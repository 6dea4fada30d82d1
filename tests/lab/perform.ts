import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckDocument } from '../../scripts/check/document.ts';
import { PROXY } from './addresses.ts';
import { strangers } from './announced.ts';
import { cacheFolder } from './cache.ts';
import { takeCourse } from './course.ts';
import { editionDifferences, type Look } from './feed/judge.ts';
import { layFiles } from './feed/package.ts';
import type { Told, Wish } from './feed/wish.ts';
import { differences } from './judge.ts';
import type { Lab } from './lab.ts';
import { folderOf } from './namespaces.ts';
import type { Played } from './report/outcome.ts';
import { type Contact, volume } from './router/traffic.ts';
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
  await jump(lab, performance, phase, profile);
  await lab.forget();
  const over = new AbortController();
  const course = takeCourse(lab, phase, over.signal);
  const strained = phase.strained && strain(lab.client.namespace, phase.strained.share, over.signal);
  const told = await check(lab, performance, phase, profile).finally(async () => {
    over.abort();
    await Promise.allSettled([course, strained]);
  });
  const { document, look = NO_LOOK } = told;
  const contacts = await lab.contacts();
  played.push({ phase, document, bytes: volume(contacts) });
  const earlier = played.map(({ document }) => document);
  const agreed = played.flatMap(({ phase }) => phase.person?.agrees ?? []);
  const { edition, contacted = {}, roundMs = Number.POSITIVE_INFINITY } = phase.expect;
  const wrong = [
    ...differences(document, phase.expect, earlier),
    ...(edition ? editionDifferences(look, edition, { log: await lab.log(), contacts }) : []),
    ...contactDifferences(contacts, contacted),
    ...document.eachRound.flatMap(({ round, durationMs }) =>
      durationMs <= roundMs ? [] : [`round ${round} took ${durationMs} ms`],
    ),
    ...(await course),
    ...(await strangers(lab, performance.scenario.services, allFaults(phase), agreed)),
  ];
  return wrong.length === 0 ? [] : [...wrong, `all that was observed: ${keep(performance, told)}`];
}

const NO_LOOK: Look = { edition: null, feed: null };

const contactDifferences = (contacts: readonly Contact[], wanted: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(wanted).flatMap(([host, is]) =>
    contacts.some((contact) => contact.host === host) === is ? [] : [`${host} was ${is ? 'not ' : ''}contacted`],
  );

const allFaults = ({ faults, during = [] }: Phase) => [...faults, ...during.flatMap(({ faults = [] }) => faults)];

/** Makes the network what the phase says. */
export async function stage(lab: Lab, { faults, exit = 'home' }: Pick<Phase, 'faults' | 'exit'>): Promise<void> {
  await lab.leaveBy(exit);
  await lab.apply(faults);
}

async function jump(lab: Lab, { browser, scenario }: Performance, phase: Phase, profile: string): Promise<void> {
  if (!phase.clock) return;
  const args = ['tests/lab/jump.ts', browser, profile, String(phase.clock.days)];
  if (scenario.explained) args.push('granted');
  const env = layFiles(scenario, phase, profile);
  const { code, stderr } = await lab.client.run(process.execPath, args, { cwd: ROOT, timeoutMs: START_MS, env });
  if (code !== 0) throw new Error(`the clock could not be moved: ${stderr.trim()}`);
}

/** What the check command prints, and what came of looking for a newer edition, where the scenario has it look. */
interface Observed {
  readonly document: CheckDocument;
  readonly look?: Look;
}

/** Asks the product, by its own command, from inside the client. */
async function check(lab: Lab, { scenario, browser }: Performance, phase: Phase, profile: string): Promise<Observed> {
  const { rounds, spacing = 1, browserWith } = phase;
  const { services } = scenario;
  const { person = {}, expect } = phase;
  const looks = typeof expect.edition?.tries === 'object';
  const wish: Wish = { browser, profile, services, rounds, spacing, person, looks };
  const args = scenario.updates
    ? ['tests/lab/feed/inside.ts', JSON.stringify(wish)]
    : [
        ...['scripts/check.mjs', '--json', '--browser', browser, '--profile', profile],
        ...['--services', services.join(), ...(scenario.explained ? ['--detail'] : [])],
        ...['--rounds', String(rounds), '--spacing', String(spacing)],
      ];
  const timeoutMs = START_MS + rounds * (ROUND_MS + spacing * 1000);
  const { code, stdout, stderr } = await lab.client.run(process.execPath, args, {
    cwd: ROOT,
    timeoutMs,
    env: { ...(browserWith && BROWSER_WITH[browserWith]), ...layFiles(scenario, phase, profile) },
  });
  if (code !== 0) throw new Error(`the check ended with ${code ?? 'a timeout'}: ${stderr.trim() || stdout.trim()}`);
  if (!scenario.updates) return { document: JSON.parse(stdout) as CheckDocument };
  const { document, ...look } = JSON.parse(stdout) as Told;
  return { document, look };
}

/** Keeps what was observed of a check that went wrong. */
function keep({ name, browser }: Performance, observed: Observed): string {
  const path = join(cacheFolder('failed'), `${name}.${browser}.json`);
  writeFileSync(path, JSON.stringify(observed, null, 2));
  return path;
}
