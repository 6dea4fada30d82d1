import type { Observation } from '../core/evidence/observation.ts';

/** Waiting for answers, and no longer than it makes sense. No timer outlives its purpose. */

/**
 * True at the first answer, false when all have ended without one.
 *
 * @param isEnough whether this answer ends the wait
 */
export function anyAnswers(
  list: readonly Promise<Observation>[],
  isEnough: (answer: Observation) => boolean = () => true,
): Promise<boolean> {
  return new Promise((resolve) => {
    for (const one of list) void one.then((seen) => seen.outcome === 'answered' && isEnough(seen) && resolve(true));
    void Promise.all(list).then(() => resolve(false));
  });
}

/** What `work` gives, or undefined when it takes longer. */
export async function within<T>(ms: number, work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const over = new AbortController();
  const late = sleep(ms, AbortSignal.any([signal, over.signal])).then(() => undefined);
  return Promise.race([work, late]).finally(() => over.abort());
}

/** Resolves after `ms`, or at once when the signal is aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ms <= 0 || signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
  });
