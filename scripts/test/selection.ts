import { parseArgs } from 'node:util';
import type { Step } from './step.ts';

/** The arguments are wrong; the message says how. */
export class SelectionError extends Error {}

/** `--only unit,browser` and `--browser firefox`: a filter for steps. A name before a colon stands for all that begin with it. */
export function parseSelection(args: readonly string[], steps: readonly Step[]): (step: Step) => boolean {
  const { only, browser } = values(args);
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new SelectionError(`--browser is "${browser}" and must be chromium or firefox.`);
  }
  const names = only?.split(',').map((name) => name.trim());
  const isNamed = (step: Step, name: string) => step.name === name || step.name.startsWith(`${name}:`);
  const unknown = names?.filter((name) => !steps.some((step) => isNamed(step, name))) ?? [];
  if (unknown.length > 0) {
    throw new SelectionError(`--only names ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  }
  return (step) =>
    (names === undefined || names.some((name) => isNamed(step, name))) &&
    (browser === undefined || step.browser === undefined || step.browser === browser);
}

function values(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string' }, browser: { type: 'string' } } }).values;
  } catch (error) {
    throw new SelectionError(error instanceof Error ? error.message : String(error));
  }
}
