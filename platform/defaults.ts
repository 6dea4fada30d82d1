import type { Settings } from './settings.ts';

/** Apart from the schema, so that the popup need not carry a validator. */
export const DEFAULT_SETTINGS: Settings = {
  services: null,
  automatic: true,
  intervalMinutes: 30,
  badge: true,
  notifications: false,
};
