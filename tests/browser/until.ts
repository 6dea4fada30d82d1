import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';

/** Long enough for a machine that others keep busy; what works waits no longer than it takes. */
const LIMIT_MS = 30_000;
/** For what must come about by itself at once: an alarm would bring it too, but none rings for half a minute. */
export const AT_ONCE_MS = 12_000;

/** Waits until a question is answered with yes; the error after `limitMs` says what was waited for. */
export async function until(what: string, question: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limitMs} ms.`);
    await sleep(20);
  }
}

/** Asks until what is expected of the answer holds. */
export const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: LIMIT_MS });
