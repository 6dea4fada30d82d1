import { unsupported } from '../../tests/lab/supported.ts';
import { ensureBuilt, rebuild } from '../build/ensure-built.ts';
import { outputDir } from '../build/output.ts';
import type { BrowserFamily } from '../setup/browsers.mjs';
import { missing } from '../setup/needs.mjs';
import { command } from './command.ts';
import { packTwice } from './packages.ts';
import { readPlainLine } from './plain-line.ts';
import { checkSizes } from './sizes.ts';
import type { Print, Step } from './step.ts';
import { lintPackage } from './store-lint.ts';
import { honest, ofExit, sum, type Tally } from './tally.ts';
import { checkVersions } from './versions.ts';
import { vitest, vitestAgain } from './vitest.ts';

/**
 * One stage after the other, the lanes of a stage side by side. The first keeps both cores busy: what reads the sources beside what builds
 * them. In the second each lane has a browser of its own, and half of the time waits for something not to answer.
 */
export const stages = (): readonly (readonly (readonly Step[])[])[] => [
  [
    [
      step('types', 'TypeScript, strict', async (print) => ofExit(await command(print, 'tsc', ['--noEmit']))),
      step('lint', 'Biome', async (print) => ofExit(await command(print, 'biome', ['check']))),
      step('unit', 'every part by itself', (print) => vitest(print, { config: 'vitest.config.ts', label: 'unit' })),
    ],
    [
      step('build', 'for both browsers', buildBoth),
      step('size', 'shipped script, gzip', sizeBoth),
      step('versions', 'the oldest browsers that are declared', checkVersions),
      step('store', 'packed twice, the same bytes, and what Mozilla says of them', async (print) =>
        sum([await packTwice(print), await lintPackage(print)]),
      ),
    ],
  ],
  [
    [
      browserStep('chromium'),
      labStep('chromium'),
      labProgram('self-check', 'the lab does what it says'),
      labProgram('own-relay', 'a relay made by its document'),
      labProgram('health', 'who of the catalogue answers, and who does not'),
      labProgram('ooni', 'OONI asked daily'),
    ],
    [browserStep('firefox'), labStep('firefox')],
  ],
];

const step = (name: string, title: string, run: Step['run']): Step => ({ name, title, run });

function browserStep(browser: BrowserFamily): Step {
  const name = `browser:${browser}`;
  const run = { config: 'tests/browser/vitest.config.ts', label: name, env: { RINGBACK_BROWSER: browser } };
  return {
    ...step(name, 'the built extension in a real browser', (print) => vitest(print, run)),
    again: (print) => vitestAgain(print, run),
    browser,
    hindrance: () => missing(browser),
  };
}

/** A program of the lab's own, `tests/lab/<name>.ts`. */
function labProgram(name: string, title: string): Step {
  const run: Step['run'] = (print) => ownProgram(print, `lab:${name}`, [`tests/lab/${name}.ts`]);
  return { ...step(`lab:${name}`, title, run), again: run, hindrance: unsupported };
}

function labStep(browser: BrowserFamily): Step {
  const name = `lab:${browser}`;
  const play = (print: Print, which: readonly string[]) =>
    ownProgram(print, name, ['tests/lab/run.ts', '--browser', browser, ...which]);
  let before: Tally = sum([]);
  let failed: readonly string[] = [];
  return {
    ...step(name, 'what is said on networks that block', async (print) => {
      let output = '';
      const hear: Print = (text) => {
        output += text;
        print(text);
      };
      before = await play(hear, ['--sample']);
      failed = [...output.matchAll(/^FAILED +(\S+) /gm)].map(([, scenario]) => scenario as string);
      return before;
    }),
    async again(print) {
      // It ended badly without a scenario that failed.
      if (failed.length === 0) return before;
      const anew = await play(print, ['--jobs', '1', ...failed]);
      return { ...sum([before, anew]), failed: anew.failed };
    },
    browser,
    hindrance: async () => missing(browser) ?? (await unsupported()),
  };
}

async function buildBoth(print: Print): Promise<Tally> {
  for (const target of ['chrome', 'firefox'] as const) {
    await rebuild(target);
    print(`built ${outputDir(target)}\n`);
  }
  return { passed: 2, failed: 0, skipped: [] };
}

async function sizeBoth(print: Print): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const target of ['chrome', 'firefox'] as const) {
    print(`${target}\n`);
    tallies.push(checkSizes(print, await ensureBuilt(target)));
  }
  const sum = (key: 'passed' | 'failed') => tallies.reduce((all, tally) => all + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: [] };
}

/** A program of this repository that closes with `N passed, N failed`. */
async function ownProgram(print: Print, label: string, args: readonly string[]): Promise<Tally> {
  let output = '';
  const code = await command(
    (text) => {
      output += text;
      print(text);
    },
    process.execPath,
    args,
  );
  return honest(readPlainLine(output, label), code);
}
