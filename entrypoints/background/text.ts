import { browser } from 'wxt/browser';
import type { TextKey } from '../../components/wording.ts';

/** A text for the background, which needs a few of them and no plural forms: straight from the browser. */
export const text = (key: TextKey, ...pieces: string[]): string =>
  browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale', pieces);
