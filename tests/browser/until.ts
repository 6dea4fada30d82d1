import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a question is answered with yes; the error after `limitMs` says what was waited for. */
export async function until(what: string, question: () => Promise<boolean>, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limitMs} ms.`);
    await sleep(20);
  }
}
