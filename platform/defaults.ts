import type { Settings } from './settings.ts';

/** Apart from what stores them: the popup reads no more than this. */
export const DEFAULT_SETTINGS: Settings = {
  services: null,
  automatic: true,
  intervalMinutes: 30,
  badge: true,
  notifications: false,
};

/** Those of the given values that are settings. Each stands alone: what does not fit loses nothing beside it. */
export function fitting(given: unknown): [keyof Settings, unknown][] {
  const entries = Object.entries(Object(given)) as [keyof Settings, unknown][];
  return entries.filter(([name, value]) => {
    if (name === 'services') return value === null || (Array.isArray(value) && value.every(isText));
    if (name === 'intervalMinutes') return typeof value === 'number' && value >= 5 && value <= 24 * 60;
    return Object.hasOwn(DEFAULT_SETTINGS, name) && typeof value === 'boolean';
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';
