import { browser } from 'wxt/browser';
import { isQuiet } from '../../core/announce/quiet-hours.ts';
import type { Place } from '../../core/history/place.ts';
import type { Change } from '../../core/history/spells.ts';
import { currentSettings } from '../../platform/settings.ts';
import { type Withheld, withheldItem } from '../../platform/storage.ts';
import { durationOf, listOf } from './names.ts';
import { text } from './text.ts';

/** Of networks that are never met again nothing is told, and it must not pile up. */
const MOST_WITHHELD = 50;

export interface Notifications {
  /** Tells confirmed changes on a network, when the person has asked for it. */
  tell(changes: readonly Change[], place: Place): Promise<void>;
}

export function createNotifications(): Notifications {
  return {
    async tell(changes, { key: on, name, operator, blockedSince }) {
      const { notifications, notifyBlocked, notifyWorks, quietHours } = await currentSettings();
      if (!notifications || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
      const stored: unknown = await withheldItem.getValue();
      const withheld = (Array.isArray(stored) ? stored : []) as readonly (Withheld | null)[];
      // Of another network nothing is known now.
      const elsewhere = withheld.filter(
        (change): change is Withheld => typeof change?.on === 'string' && change.on !== on,
      );
      const isStillSo = (change: Withheld | null): change is Withheld =>
        change?.on === on && change.word === (`${change.service}/calls` in blockedSince ? 'blocked' : 'works');
      const news = [...withheld.filter(isStillSo), ...changes];
      const quiet = isQuiet(quietHours, new Date());
      const waiting = quiet ? news.map((change) => ({ ...change, on })) : [];
      await withheldItem.setValue([...elsewhere, ...waiting].slice(-MOST_WITHHELD));
      if (quiet) return;
      await Promise.all(
        (
          [
            ['blocked', notifyBlocked],
            ['works', notifyWorks],
          ] as const
        ).map(async ([word, isWanted]) => {
          const told = isWanted ? news.filter((change) => change.word === word) : [];
          if (told.length === 0) return;
          const where = name ?? operator ?? '';
          const after = told.length === 1 && told[0]?.afterMs ? durationOf(told[0].afterMs) : '';
          await browser.notifications.create(`ringback-${word}`, {
            type: 'basic',
            iconUrl: browser.runtime.getURL('/icon/128.png' as '/popup.html'),
            title: text(
              `notification.${word}${where && '_on'}${after && '_after'}` as 'notification.works_on_after',
              await listOf(told.map(({ service }) => service)),
              ...[where, after].filter(Boolean),
            ),
            message: text('notification.open'),
          });
        }),
      );
    },
  };
}
