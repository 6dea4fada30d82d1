import type { Observation } from '../core/evidence/observation.ts';
import { observe } from './observe.ts';
import { sleep } from './waiting.ts';

/** Puts one question; ends it when the signal, whose reason is a `Stop`, is aborted. */
export type Ask = (url: string, signal: AbortSignal) => Promise<Observation>;

/** A question that was ended and still does not return is given up, ms: a hidden page may have died. */
const LOST_MS = 4_000;

/** A question always ends: one that fails, or is lost after it was ended, shows nothing. */
export async function answerOf(ask: Ask, url: string, signal: AbortSignal): Promise<Observation> {
  const observation = observe(url);
  const nothing = (code: string) => observation({ outcome: 'inconclusive', code });
  const over = new AbortController();
  const lost = new Promise<Observation>((resolve) => {
    const wait = () => void sleep(LOST_MS, over.signal).then(() => resolve(nothing('lost')));
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true, signal: over.signal });
  });
  const asked = ask(url, signal).catch((error: unknown) => nothing(error instanceof Error ? error.name : 'error'));
  return Promise.race([asked, lost]).finally(() => over.abort());
}
