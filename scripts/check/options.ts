import { parseArgs } from 'node:util';
import type { BrowserFamily } from '../setup/browsers.mjs';

export interface CheckOptions {
  readonly json: boolean;
  readonly browser: BrowserFamily;
  /** Null: the catalogue's default selection. */
  readonly services: readonly string[] | null;
  readonly rounds: number;
  /** Seconds from the start of one round to the start of the next. */
  readonly spacing: number;
  /** Hold the host permission, so that error codes and addresses are read. */
  readonly detail: boolean;
  readonly profile?: string;
  /** A built extension other than this checkout's. */
  readonly extension?: string;
}

export const USAGE = `npm run --silent check -- [options]
  --json               print one JSON document (docs/check-output.md) in place of a table
  --browser NAME       chromium (also Chrome and Edge) or firefox; chromium unless said
  --services ID,ID     services to check; the default selection unless said
  --rounds N           1 to 100; 3 unless said
  --spacing SECONDS    from the start of one round to the start of the next, 0 to 3600; 30 unless said
  --detail             hold the host permissions, so that error codes and addresses are read
  --profile DIR        keep the browser's profile in DIR, and so what earlier checks learnt
  --extension DIR      a built extension other than this checkout's`;

/** The arguments are wrong; the message says how. */
export class UsageError extends Error {}

export function parseOptions(args: readonly string[], knownServices: readonly string[]): CheckOptions {
  const { json, browser, services, rounds, spacing, detail, profile, extension } = values(args);
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new UsageError(`--browser is "${browser}" and must be chromium or firefox.`);
  }
  return {
    json,
    browser,
    services: services === undefined ? null : serviceIds(services, knownServices),
    rounds: whole('--rounds', rounds, 1, 100),
    spacing: within('--spacing', spacing, 0, 3600),
    detail,
    ...(profile !== undefined && { profile }),
    ...(extension !== undefined && { extension }),
  };
}

function values(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        browser: { type: 'string', default: 'chromium' },
        services: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        spacing: { type: 'string', default: '30' },
        detail: { type: 'boolean', default: false },
        profile: { type: 'string' },
        extension: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function serviceIds(list: string, known: readonly string[]): string[] {
  const ids = [...new Set(list.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  const unknown = ids.filter((id) => !known.includes(id));
  if (ids.length > 0 && unknown.length === 0) return ids;
  const problem = ids.length === 0 ? '--services names none' : `--services names ${unknown.join(', ')}, unknown here`;
  throw new UsageError(`${problem}. Known: ${known.join(', ')}.`);
}

function within(name: string, text: string, least: number, most: number): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= least && number <= most) return number;
  throw new UsageError(`${name} is "${text}" and must be a number from ${least} to ${most}.`);
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = within(name, text, least, most);
  if (Number.isInteger(number)) return number;
  throw new UsageError(`${name} is "${text}" and must be a whole number.`);
}
