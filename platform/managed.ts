import { DEFAULT_SETTINGS, fitting } from './defaults.ts';
import { area } from './items.ts';
import type { Settings } from './settings.ts';

/** What the organisation that manages this browser has set: Chromium's policies, Firefox's `3rdparty.Extensions`. See docs/managed.md. */
export interface Managed {
  /** Hold whatever the person chooses. */
  readonly locked: Partial<Settings>;
  /** Where the person starts from. */
  readonly suggested: Partial<Settings>;
  /** Where states are reported to, as it was written: the page that reports reads it with a schema. */
  readonly reporting: unknown;
}

/** A value that does not fit is as if it had not been set. */
export async function readManaged(): Promise<Managed> {
  // Firefox rejects where nobody has set anything.
  const given: Record<string, unknown> = await area('managed')
    .get()
    .catch(() => ({}));
  const { locked: named, reporting } = given;
  const isLocked = (name: string) => !Array.isArray(named) || named.includes(name);
  const part = (wanted: boolean): Partial<Settings> =>
    Object.fromEntries(fitting(given).filter(([name]) => isLocked(name) === wanted));
  return { locked: part(true), suggested: part(false), reporting };
}

/** What holds: what is locked, then what the person chose, then what was suggested. */
export const withManaged = (
  stored: Settings,
  { locked, suggested }: Pick<Managed, 'locked' | 'suggested'>,
): Settings => ({
  ...stored,
  // Nothing was chosen yet.
  ...(stored === DEFAULT_SETTINGS && suggested),
  ...locked,
});

/** Where states go, for the person to know. */
export function reportingHost(reporting: unknown): string | null {
  const { endpoint } = Object(reporting) as { endpoint: unknown };
  return typeof endpoint === 'string' && URL.canParse(endpoint) ? new URL(endpoint).host : null;
}
