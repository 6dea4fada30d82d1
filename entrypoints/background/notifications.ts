import { browser } from 'wxt/browser';
import type { Place } from '../../core/history/place.ts';
import type { Change } from '../../core/history/spells.ts';
import { currentSettings } from '../../platform/settings.ts';
import { durationOf, listOf } from './names.ts';
import { text } from './text.ts';

export interface Notifications {
  /** Tells confirmed changes on a network, when the person has asked for it. */
  tell(changes: readonly Change[], place: Place): Promise<void>;
}

export function createNotifications(): Notifications {
  return {
    async tell(changes, { name, operator }) {
      const { notifications } = await currentSettings();
      if (!notifications || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
      await Promise.all(
        (['blocked', 'works'] as const).map(async (word) => {
          const told = changes.filter((change) => change.word === word);
          if (told.length === 0) return;
          const where = name ?? operator ?? '';
          const after = told.length === 1 && told[0]?.afterMs ? durationOf(told[0].afterMs) : '';
          await browser.notifications.create(`ringback-${word}`, {
            type: 'basic',
            iconUrl: browser.runtime.getURL('/icon/128.png' as '/popup.html'),
            title: text(
              `notification.${word}${where && '_on'}${after && '_after'}` as 'notification.works_on_after',
              listOf(told.map(({ service }) => service)),
              ...[where, after].filter(Boolean),
            ),
            message: text('notification.open'),
          });
        }),
      );
    },
  };
}
