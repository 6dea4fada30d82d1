import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { Target } from '../build/output.ts';

/** What browser-compat-data tells of one browser and one feature. */
interface Support {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
  readonly partial_implementation?: boolean;
}

export interface Entry {
  readonly __compat?: { readonly support: Partial<Record<Target, Support | readonly Support[]>> };
  readonly [part: string]: unknown;
}

export const at = (path: string): Entry | undefined =>
  path
    .split('.')
    .reduce<Entry | undefined>((entry, part) => entry?.[part] as Entry | undefined, data as unknown as Entry);

/** Parts of an entry, without what it says of itself. */
export const parts = (entry: Entry | undefined): [string, Entry][] =>
  Object.entries(entry ?? {}).filter(([name]) => name !== '__compat') as [string, Entry][];

/** The version that first had it whole, unprefixed and switched on; infinite where none has. Undefined where nothing is told. */
export function since({ __compat }: Entry, target: Target): number | undefined {
  const told = __compat?.support[target];
  if (told === undefined) return undefined;
  const whole = ([told].flat() as Support[]).filter(
    (one) => !(one.flags || one.prefix || one.alternative_name || one.partial_implementation || one.version_removed),
  );
  const versions = whole.map(({ version_added: added }) =>
    typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : added === true ? 0 : Number.NaN,
  );
  return Math.min(...versions.filter((version) => !Number.isNaN(version)), Number.POSITIVE_INFINITY);
}
