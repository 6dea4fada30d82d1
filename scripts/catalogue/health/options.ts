import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { Place } from './record.ts';

export interface HealthOptions {
  readonly help: boolean;
  /** Ask, and say from here. */
  readonly place?: string;
  /** The folder of run records. */
  readonly out?: string;
  /** Put the folder's records into the health record. */
  readonly merge: boolean;
  /** Ids of services; all of the catalogue unless said. */
  readonly only?: readonly string[];
  /** From one question to the next, ms. */
  readonly pause: number;
}

export const USAGE = `npm run catalogue:health -- [options]
  --place NAME      ask every endpoint of the catalogue from here, and write a run record; NAME says where that is, such as home-rabat
  --merge           put the run records into core/catalogue/health.json, after asking if --place is given too
  --out DIR         the folder of run records; health/ unless said
  --only ID,ID      only these services, and the controls
  --pause MS        from one question to the next, 0 to 10000; 200 unless said
  --help            this

Ends with 0, with 1 when something broke, with 2 when the arguments are wrong, and with 3 when this line is not fit to judge anybody:
then nothing is recorded.`;

/** The arguments are wrong; the message says how. */
export class UsageError extends Error {}

export function parseOptions(args: readonly string[], knownServices: readonly string[]): HealthOptions {
  const { help, place, out, merge, only, pause } = values(args);
  if (!help && place === undefined && !merge) throw new UsageError('Say --place to ask, --merge to merge, or both.');
  if (place !== undefined && !v.is(Place, place)) {
    throw new UsageError(`--place is "${place}" and must be 2 to 40 small letters, digits and hyphens.`);
  }
  const ids = only?.split(',').map((id) => id.trim());
  const unknown = ids?.filter((id) => !knownServices.includes(id)) ?? [];
  if (unknown.length > 0) {
    throw new UsageError(`--only names ${unknown.join(', ')}, unknown here. Known: ${knownServices.join(', ')}.`);
  }
  const pauseMs = pause.trim() === '' ? Number.NaN : Number(pause);
  if (!(pauseMs >= 0 && pauseMs <= 10_000)) {
    throw new UsageError(`--pause is "${pause}" and must be a number from 0 to 10000.`);
  }
  return {
    help,
    merge,
    pause: pauseMs,
    ...(place !== undefined && { place }),
    ...(out !== undefined && { out }),
    ...(ids && { only: ids }),
  };
}

function values(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', default: false },
        place: { type: 'string' },
        out: { type: 'string' },
        merge: { type: 'boolean', default: false },
        only: { type: 'string' },
        pause: { type: 'string', default: '200' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
