import type { BrowserFamily } from '../setup/browsers.mjs';
import type { Tally } from './tally.ts';

/** Takes what a step has to say, as it comes. */
export type Print = (text: string) => void;

export interface Step {
  readonly name: string;
  /** What it shows, for the heading. */
  readonly title: string;
  /** Why this machine cannot run it; null when it can. */
  readonly hindrance?: () => string | null | Promise<string | null>;
  /** Set when it is about one browser. */
  readonly browser?: BrowserFamily;
  readonly run: (print: Print) => Promise<Tally>;
  /** Runs anew what failed of it, and resolves to what has come of the whole. Without it a failure stands. */
  readonly again?: (print: Print) => Promise<Tally>;
}

export interface Result {
  readonly step: Step;
  readonly tally: Tally;
  readonly seconds: number;
  /** Set when it was tried again: how much had failed before. */
  readonly failedAtFirst?: number;
}

export async function runStep(step: Step, print: Print): Promise<Result> {
  const startedAt = performance.now();
  const hindrance = (await step.hindrance?.()) ?? null;
  const tally =
    hindrance === null ? await attempt(step, print) : { passed: 0, failed: 0, skipped: [`${step.name}: ${hindrance}`] };
  if (hindrance !== null) print(`skipped: ${hindrance}\n`);
  return { step, tally, seconds: (performance.now() - startedAt) / 1000 };
}

/** A step that breaks counts as failed, and the others still run. */
async function attempt(step: Step, print: Print): Promise<Tally> {
  try {
    return await step.run(print);
  } catch (error) {
    print(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

export const heading = ({ name, title }: Step): string =>
  `\n── ${name}: ${title} ${'─'.repeat(Math.max(0, 76 - name.length - title.length))}\n`;
