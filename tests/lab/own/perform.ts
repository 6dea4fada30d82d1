import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/build/ensure-built.ts';
import { targetOf } from '../../../scripts/build/output.ts';
import { OWN_HOSTS } from '../addresses.ts';
import { strangers } from '../announced.ts';
import { cacheFolder } from '../cache.ts';
import type { Lab } from '../lab.ts';
import { folderOf } from '../namespaces.ts';
import type { Browser } from '../perform.ts';
import { callDifferences, roundDifferences } from './judge.ts';
import { leftRunning } from './left.ts';
import { OTHERS, type OwnScenario, type Step, secretsOf } from './scenario.ts';
import { openSession, type Session } from './session.ts';

export interface OwnPerformance {
  readonly name: string;
  readonly scenario: OwnScenario;
  readonly browser: Browser;
}

/** Plays a scenario's steps in one browser. Returns what differed, one line each. */
export async function performOwn(lab: Lab, performance: OwnPerformance): Promise<string[]> {
  const { browser, scenario } = performance;
  const folder = mkdtempSync(join(folderOf(lab.client.namespace), 'profile-'));
  const observed: unknown[] = [];
  try {
    await ensureBuilt(targetOf(browser));
    await lab.startOwn();
    await lab.forget();
    const session = await openSession(lab, browser, folder);
    const { id } = await session.tell({ do: 'add', server: scenario.server });
    const wrong = [
      ...(await playAll(lab, session, id, scenario.steps, observed)),
      ...(await session.tell({ do: 'look for', secrets: secretsOf(scenario.server) })).map(
        (where) => `a secret is in ${where}`,
      ),
      ...(await strangers(lab, OTHERS, [], Object.keys(OWN_HOSTS))),
    ];
    await session.tell({ do: 'end' });
    return wrong.length === 0 ? [] : [...wrong, `all that was observed: ${keep(performance, observed)}`];
  } catch (error) {
    return [String(error), `all that was observed: ${keep(performance, observed)}`];
  } finally {
    lab.client.endAll();
    await lab.reset();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** What a later step would say rests on those before: the first that differs is the last. */
async function playAll(
  lab: Lab,
  session: Session,
  id: string,
  steps: readonly Step[],
  observed: unknown[],
): Promise<string[]> {
  for (const [index, step] of steps.entries()) {
    const { faults = [] } = step;
    await lab.apply(faults);
    // What a line loses is lost: the word that a relay is needed no more, too.
    const held = faults.some(({ line }) => line) ? Number.POSITIVE_INFINITY : await lab.allocations();
    const wrong = [...(await play(session, id, step, observed)), ...(await idle(lab))];
    await lab.apply([]);
    wrong.push(...(await leftRunning(lab, held)));
    if (wrong.length > 0) return wrong.map((line) => `step ${index + 1}: ${line}`);
  }
  return [];
}

async function play(session: Session, id: string, step: Step, observed: unknown[]): Promise<string[]> {
  const note = <T>(what: T): T => {
    observed.push(what);
    return what;
  };
  if ('test' in step) {
    const { text } = note(await session.tell({ do: 'test' }));
    return step.expect.flatMap((piece) => (piece.test(text) ? [] : [`the page does not say ${piece}: ${text}`]));
  }
  if ('rounds' in step) {
    const document = note(await session.tell({ do: 'rounds', count: step.rounds }));
    return roundDifferences(document, id, step.expect);
  }
  const { call: over, leave, expect, after } = step;
  const called = note(await session.tell({ do: 'call', over, ...(leave && { leave }) }));
  return [
    ...(expect ? callDifferences(called, over, expect) : []),
    ...(after ? roundDifferences(note(await session.tell({ do: 'next round' })), id, after) : []),
  ];
}

/** Filters that no packet met, one line each. */
const idle = async (lab: Lab): Promise<string[]> =>
  (await lab.hits()).flatMap(({ fault, packets }) =>
    fault.forward?.length && packets === 0 ? [`never came to act: ${fault.says}`] : [],
  );

function keep({ name, browser }: OwnPerformance, observed: readonly unknown[]): string {
  const path = join(cacheFolder('failed'), `${name}.${browser}.json`);
  writeFileSync(path, JSON.stringify(observed, null, 2));
  return path;
}
