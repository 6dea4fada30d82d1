import { browser } from 'wxt/browser';
import { nextCheckMinutes } from '../../core/announce/interval.ts';
import { readSettings } from '../../platform/settings.ts';
import { plansItem, settingsItem } from '../../platform/storage.ts';
import type { FinishedRound } from './checking.ts';

export const CHECK = 'check';
export const CONFIRM = 'confirm';

/** Chromium's shortest alarm. */
const CONFIRM_MINUTES = 0.5;
/** A case that is still open after so many rounds in a row waits for the next regular check. */
const MAX_CONFIRMATIONS = 8;

/** A round that has not ended by then was killed with its worker, and is made again. */
const GUARD_MINUTES = 1;

export interface Schedule {
  /** Plans a round that takes the place of the one that begins now, should the browser end its worker. */
  guard(): Promise<void>;
  unguard(): Promise<void>;
  /** Plans what follows a round. */
  after(round: FinishedRound): Promise<void>;
  /** Makes sure that a next check is planned: alarms may be lost at a restart. */
  ensure(): Promise<void>;
  /** Plans anew, after a change of settings. */
  renew(): Promise<void>;
}

export function createSchedule(): Schedule {
  async function planCheck(quietRounds: number): Promise<void> {
    const { automatic, intervalMinutes } = readSettings(await settingsItem.getValue());
    if (!automatic) {
      await browser.alarms.clear(CHECK);
      return;
    }
    await browser.alarms.create(CHECK, {
      delayInMinutes: nextCheckMinutes(intervalMinutes, quietRounds, Math.random()),
    });
  }

  return {
    async unguard() {
      await browser.alarms.clear(CONFIRM);
    },
    guard: () => browser.alarms.create(CONFIRM, { delayInMinutes: GUARD_MINUTES }),
    async after({ snapshot, moved }) {
      const plans = await plansItem.getValue();
      const confirmations = snapshot.confirming || moved ? plans.confirmations + 1 : 0;
      const confirm = confirmations > 0 && confirmations <= MAX_CONFIRMATIONS;
      const settled = snapshot.network.since < snapshot.takenAt;
      const quietRounds = settled && !moved ? plans.quietRounds + 1 : 0;
      await plansItem.setValue({ ...plans, quietRounds, confirmations });
      if (confirm) await browser.alarms.create(CONFIRM, { delayInMinutes: CONFIRM_MINUTES });
      else await browser.alarms.clear(CONFIRM);
      await planCheck(quietRounds);
    },
    async ensure() {
      if ((await browser.alarms.get(CHECK)) === undefined) await planCheck((await plansItem.getValue()).quietRounds);
    },
    renew: async () => planCheck((await plansItem.getValue()).quietRounds),
  };
}
