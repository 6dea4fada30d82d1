import { DEFAULT_SETTINGS, fitting } from './defaults.ts';
import { readManaged, withManaged } from './managed.ts';
import { settingsItem } from './storage.ts';

export { DEFAULT_SETTINGS } from './defaults.ts';

/** What the person may choose. */
export interface Settings {
  /** Ids of the services to check; null means the catalogue's default selection. */
  readonly services: readonly string[] | null;
  /** Check on its own: at an interval, after a network change, when an old answer is opened. Off: only on demand. */
  readonly automatic: boolean;
  /** Minutes between background checks on a network that changes; stretched on a stable one. */
  readonly intervalMinutes: number;
  /** Check by itself on a metered line too. */
  readonly metered: boolean;
  /** Most rounds in a row that follow by themselves, to make sure of what looks blocked. */
  readonly confirmations: number;
  readonly badge: boolean;
  readonly notifications: boolean;
  /** Which changes are told, where notifications are wanted at all. */
  readonly notifyBlocked: boolean;
  readonly notifyWorks: boolean;
  /** From and until, as minutes of the day on this device's clock; until may lie after midnight. Null: none. */
  readonly quietHours: readonly [from: number, until: number] | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** How long single rounds are kept, days; changes are kept for good. */
  readonly historyDays: number;
  /** Fetch newer editions of the catalogue, at most once a day. */
  readonly updates: boolean;
  /** Ask OONI once a day what others measured here; without it only when the person asks. Takes a permission. */
  readonly opinionDaily: boolean;
}

/** Whatever was stored, as settings. Every field falls back on its own, so that an older or damaged record loses nothing else. */
export const readSettings = (stored: unknown): Settings => ({
  ...DEFAULT_SETTINGS,
  ...Object.fromEntries(fitting(stored)),
});

/** The settings that hold: what the person chose, and what an organisation has set. */
export const currentSettings = async (): Promise<Settings> =>
  readSettings(withManaged(await settingsItem.getValue(), await readManaged()));

/** Keeps what the person chose. What is locked stays out of it, and is gone when the organisation takes it back. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  const { suggested } = await readManaged();
  const chosen = withManaged(await settingsItem.getValue(), { locked: {}, suggested });
  await settingsItem.setValue(readSettings({ ...chosen, ...change }));
}
