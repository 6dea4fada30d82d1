import { currentSettings } from './settings.ts';
import { settingsItem } from './storage.ts';

/** `public/theme.js` reads it before the first paint, when the extension's own storage has not answered yet. */
const KEPT = 'theme';

/** The page wears the theme that the person chose, now and whenever another page changes it. `assets/tokens.css` has its colours. */
export async function followTheme(): Promise<void> {
  settingsItem.watch(apply);
  await apply();
}

async function apply(): Promise<void> {
  const { theme } = await currentSettings();
  const { dataset } = document.documentElement;
  if (theme === 'system') {
    delete dataset.theme;
    localStorage.removeItem(KEPT);
  } else {
    dataset.theme = theme;
    localStorage.setItem(KEPT, theme);
  }
}
