import { browser } from 'wxt/browser';
import { changes } from '../../core/announce/changes.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { currentSettings } from '../../platform/settings.ts';
import { announcedItem } from '../../platform/storage.ts';
import { listOf } from './names.ts';
import { text } from './text.ts';

export interface Notifications {
  announce(snapshot: Snapshot): Promise<void>;
}

/** Tells confirmed changes, when the person has asked for it. What was said is kept either way, so that switching on says nothing old. */
export function createNotifications(): Notifications {
  return {
    async announce(snapshot) {
      const before = await announcedItem.getValue();
      const { changes: changed, announced } = changes(before, snapshot);
      await announcedItem.setValue(announced);
      const { notifications } = await currentSettings();
      if (!notifications || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
      await Promise.all([tell('blocked', changed.blocked), tell('working', changed.works)]);
    },
  };
}

async function tell(word: 'blocked' | 'working', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await browser.notifications.create(`ringback-${word}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as '/popup.html'),
    title: text(`notification.${word}`, listOf(ids)),
    message: text('notification.open'),
  });
}
