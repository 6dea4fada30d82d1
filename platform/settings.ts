import * as v from 'valibot';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { readManaged, withManaged } from './managed.ts';
import { settingsItem } from './storage.ts';

export { DEFAULT_SETTINGS } from './defaults.ts';

/** What the person may choose. Every field falls back on its own, so that an older or damaged record loses nothing else. */
const SettingsSchema = v.object({
  /** Ids of the services to check; null means the catalogue's default selection. */
  services: v.fallback(v.nullable(v.array(v.string())), null),
  /** Check on its own: at an interval, after a network change, when an old answer is opened. Off: only on demand. */
  automatic: v.fallback(v.boolean(), true),
  /** Minutes between background checks on a network that changes; stretched on a stable one. */
  intervalMinutes: v.fallback(v.pipe(v.number(), v.minValue(5), v.maxValue(24 * 60)), 30),
  badge: v.fallback(v.boolean(), true),
  notifications: v.fallback(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Whatever was stored, as settings. */
export function readSettings(stored: unknown): Settings {
  const result = v.safeParse(SettingsSchema, { ...DEFAULT_SETTINGS, ...(typeof stored === 'object' ? stored : null) });
  return result.success ? result.output : DEFAULT_SETTINGS;
}

/** The settings that hold: what the person chose, and what an organisation has set. */
export const currentSettings = async (): Promise<Settings> =>
  readSettings(withManaged(await settingsItem.getValue(), await readManaged()));

/** Keeps what the person chose. What is locked stays out of it, and is gone when the organisation takes it back. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  const { suggested } = await readManaged();
  const chosen = withManaged(await settingsItem.getValue(), { locked: {}, suggested });
  await settingsItem.setValue(readSettings({ ...chosen, ...change }));
}
