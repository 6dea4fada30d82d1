import type { Settings } from './settings.ts';

/** Apart from what stores them: the popup reads no more than this. */
export const DEFAULT_SETTINGS: Settings = {
  services: null,
  automatic: true,
  intervalMinutes: 30,
  metered: false,
  confirmations: 8,
  badge: true,
  notifications: false,
  notifyBlocked: true,
  notifyWorks: true,
  quietHours: null,
  theme: 'system',
  historyDays: 90,
  updates: true,
  opinionDaily: false,
};

/** Those of the given values that are settings. Each stands alone: what does not fit loses nothing beside it. */
export function fitting(given: unknown): [keyof Settings, unknown][] {
  const entries = Object.entries(Object(given)) as [keyof Settings, unknown][];
  return entries.filter(([name, value]) => Object.hasOwn(DEFAULT_SETTINGS, name) && (FITS[name] ?? isYesOrNo)(value));
}

const isYesOrNo = (value: unknown): boolean => typeof value === 'boolean';
const within =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isMinuteOfDay = within(0, 24 * 60 - 1);

/** What the settings that are no switches take. */
const FITS: { readonly [Name in keyof Settings]?: (value: unknown) => boolean } = {
  services: (value) => value === null || (Array.isArray(value) && value.every((id) => typeof id === 'string')),
  intervalMinutes: within(5, 24 * 60),
  confirmations: within(0, 16),
  historyDays: within(1, 366),
  theme: (value) => ['system', 'light', 'dark'].includes(value as string),
  quietHours: (value) => value === null || (Array.isArray(value) && value.length === 2 && value.every(isMinuteOfDay)),
};
