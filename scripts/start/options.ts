import { parseArgs } from 'node:util';
import { serviceRecords } from '../../core/catalogue/files.ts';
import type { CheckWish } from '../check/check.ts';
import { parseOptions, UsageError } from '../check/options.ts';

export interface StartOptions extends CheckWish {
  /** A scenario of the lab to show the extension in. */
  readonly lab?: string;
  /** The person said how many rounds, and gets as many. */
  readonly fixedRounds: boolean;
}

/** The arguments are wrong, or this machine cannot do what they ask; the message says which. */
export class StartError extends Error {}

/** `--lab SCENARIO`, and of `check`'s options those that choose the browser and what is checked. */
export function parseStart(args: readonly string[], scenarios: readonly string[]): StartOptions {
  const { lab, rest } = takeLab(args);
  if (lab !== undefined && !scenarios.includes(lab)) {
    throw new StartError(`--lab is "${lab}" and must be one of ${scenarios.join(', ')}.`);
  }
  const fixedRounds = rest.some((arg) => /^--rounds(=|$)/.test(arg));
  const quick = fixedRounds ? [] : ['--rounds', '3', '--spacing', '2'];
  try {
    const known = serviceRecords().map(({ id }) => id);
    return { ...parseOptions([...quick, ...rest], known), fixedRounds, ...(lab !== undefined && { lab }) };
  } catch (error) {
    throw error instanceof UsageError ? new StartError(error.message) : error;
  }
}

function takeLab(args: readonly string[]): { lab?: string; rest: string[] } {
  const { tokens } = parseArgs({ args: [...args], options: { lab: { type: 'string' } }, strict: false, tokens: true });
  const token = tokens.findLast((token) => token.kind === 'option' && token.name === 'lab');
  if (token?.kind !== 'option') return { rest: [...args] };
  if (token.value === undefined) throw new StartError('--lab needs the name of a scenario.');
  return { lab: token.value, rest: args.toSpliced(token.index, token.inlineValue ? 1 : 2) };
}
