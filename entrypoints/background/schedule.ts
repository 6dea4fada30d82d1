import { browser } from 'wxt/browser';
import { nextCheckMinutes } from '../../core/announce/interval.ts';
import { type Plans, readPlans } from '../../core/announce/plans.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { currentSettings } from '../../platform/settings.ts';
import { plansItem } from '../../platform/storage.ts';

export const CHECK = 'check';
export const CONFIRM = 'confirm';

/** Chromium's shortest alarm. */
const CONFIRM_MINUTES = 0.5;

/** A round that has not ended by then was killed with its worker, and is made again. */
const GUARD_MINUTES = 1;
/** Rounds in a row that never ended: whatever ends them will end the next one too. */
const MAX_UNFINISHED = 3;

export interface Schedule {
  /** Plans a round that takes the place of the one that begins now, should the browser end its worker. */
  guard(plans: Plans): Promise<void>;
  unguard(): Promise<void>;
  /** Plans what follows a round. */
  after(snapshot: Snapshot): Promise<void>;
  /** Makes sure that a next check is planned: alarms may be lost at a restart. */
  ensure(): Promise<void>;
  /** Plans anew, after a change of settings. */
  renew(): Promise<void>;
}

export function createSchedule(): Schedule {
  async function renew(): Promise<void> {
    const { automatic, intervalMinutes } = await currentSettings();
    if (!automatic) {
      await browser.alarms.clear(CHECK);
      return;
    }
    const { quietRounds } = readPlans(await plansItem.getValue());
    await browser.alarms.create(CHECK, {
      delayInMinutes: nextCheckMinutes(intervalMinutes, quietRounds, Math.random()),
    });
  }
  const unguard = async () => {
    await browser.alarms.clear(CONFIRM);
    await plansItem.setValue({ ...readPlans(await plansItem.getValue()), unfinished: 0 });
  };

  return {
    async guard(plans) {
      const unfinished = plans.unfinished + 1;
      await plansItem.setValue({ ...plans, unfinished });
      if (unfinished <= MAX_UNFINISHED) await browser.alarms.create(CONFIRM, { delayInMinutes: GUARD_MINUTES });
    },
    unguard,
    async after({ confirming }) {
      if (confirming) await browser.alarms.create(CONFIRM, { delayInMinutes: CONFIRM_MINUTES });
      else await unguard();
      await renew();
    },
    async ensure() {
      if (!(await browser.alarms.get(CHECK))) await renew();
    },
    renew,
  };
}
