import { browser } from 'wxt/browser';
import { tooltipKey } from '../../components/wording.ts';
import { type Badge, badge, type ToolbarIcon } from '../../core/announce/badge.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import { isUnderWay } from '../../core/verdict/stored.ts';
import { currentSettings } from '../../platform/settings.ts';
import { progressItem, settingsItem, snapshotItem } from '../../platform/storage.ts';
import { listOf } from './names.ts';
import { text } from './text.ts';

export interface Toolbar {
  paint(): Promise<void>;
}

/** Keeps the toolbar the image of what is stored. The browser forgets badges at its restart, so every start of the worker paints. */
export function createToolbar(): Toolbar {
  async function paint(): Promise<void> {
    const [snapshot, checking, settings] = await Promise.all([
      snapshotItem.getValue().then(readableSnapshot),
      progressItem.getValue().then((stored) => isUnderWay(stored, Date.now())),
      currentSettings(),
    ]);
    const { text, icon, colour, tooltip, blocked } = badge(snapshot, checking);
    const title = await tooltipText(tooltip, blocked);
    await Promise.all([
      browser.action.setBadgeText({ text: settings.badge ? text : '' }),
      browser.action.setBadgeBackgroundColor({ color: colour }),
      browser.action.setBadgeTextColor({ color: '#ffffff' }),
      browser.action.setTitle({ title }),
      browser.action.setIcon({ path: pictures(settings.badge ? icon : 'neutral') }),
    ]);
  }

  for (const item of [snapshotItem, progressItem, settingsItem]) {
    item.watch(() => void paint().catch(() => {}));
  }
  return { paint };
}

/** By the width in pixels. */
const pictures = (icon: ToolbarIcon) =>
  Object.fromEntries([16, 24, 32].map((size) => [size, `/toolbar/${icon}-${size}.png`]));

/** Only the sentence for `some-blocked` has a place for the names; the others ignore them. */
const tooltipText = async (tooltip: Badge['tooltip'], blocked: readonly string[]): Promise<string> =>
  text(tooltipKey(tooltip), await listOf(blocked));
