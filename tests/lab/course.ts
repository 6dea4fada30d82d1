import { setTimeout as sleep } from 'node:timers/promises';
import { controlsOf } from './faults/index.ts';
import type { Lab } from './lab.ts';
import type { Phase } from './scenario.ts';

/** How often it is asked whether the first round has begun. */
const POLL_MS = 50;

/**
 * Lets the network change while a check is under way, as the phase says, until `over`. Returns what did not come about, one line each:
 * a change that came too late, a filter that no packet met.
 */
export async function takeCourse(lab: Lab, { faults, during = [] }: Phase, over: AbortSignal): Promise<string[]> {
  const acted = new Set<string>();
  const note = async () => {
    for (const { fault, packets } of await lab.hits()) if (packets > 0) acted.add(fault.says);
  };

  const missed: string[] = [];
  const began = during.length > 0 ? await roundBegan(lab, over) : null;
  for (const { afterMs, exit, faults } of during) {
    if (began === null || !(await reached(began + afterMs, over))) {
      missed.push(`the check was over before the change after ${afterMs} ms`);
      continue;
    }
    await note();
    if (exit) await lab.leaveBy(exit);
    if (faults) await lab.apply(faults);
  }

  if (!over.aborted) await new Promise((resolve) => over.addEventListener('abort', resolve));
  await note();
  const filters = [...faults, ...during.flatMap(({ faults = [] }) => faults)].filter(
    ({ forward, divert }) => forward?.length || divert?.length,
  );
  const idle = new Set(filters.map(({ says }) => says).filter((says) => !acted.has(says)));
  return [...missed, ...[...idle].map((says) => `never came to act: ${says}`)];
}

/** The check starts a browser first; its round begins when a STUN control, which no browser asks by itself, is looked up or asked. */
async function roundBegan(lab: Lab, over: AbortSignal): Promise<number | null> {
  const controls = new Set(controlsOf('stun').hosts);
  while (!over.aborted) {
    const [{ names }, contacts] = await Promise.all([lab.log(), lab.contacts()]);
    if (names.some(({ name }) => controls.has(name)) || contacts.some(({ host }) => controls.has(host)))
      return performance.now();
    await sleep(POLL_MS);
  }
  return null;
}

const reached = (at: number, over: AbortSignal): Promise<boolean> =>
  sleep(Math.max(0, at - performance.now()), true, { signal: over }).catch(() => false);
