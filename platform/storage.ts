import { storage } from 'wxt/utils/storage';
import type { Progress, Snapshot } from '../core/verdict/snapshot.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** Everything the extension stores, declared once. Readers validate what they read: see `read.ts`. */

/** The last conclusion on the network that the browser was on. */
export const snapshotItem = storage.defineItem<Snapshot | null>('local:snapshot', { fallback: null });

/** The round under way. Session storage: it dies with the browser, so a killed check can't leave "checking" behind. */
export const progressItem = storage.defineItem<Progress | null>('session:progress', { fallback: null });

export const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: DEFAULT_SETTINGS });

/** When the person agreed to the hosts being contacted; null: nothing may be sent. */
export const consentItem = storage.defineItem<{ readonly agreedAt: number } | null>('local:consent', { fallback: null });
