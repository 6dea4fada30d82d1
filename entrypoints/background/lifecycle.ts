import { complain } from '../../platform/complaints.ts';
import { onConnectionChange } from '../../platform/connection.ts';
import { closeOffscreen } from '../../platform/offscreen.ts';
import { progressItem } from '../../platform/storage.ts';
import type { Checking } from './checking.ts';
import type { Filing } from './filing.ts';
import { CONFIRM, type Schedule } from './schedule.ts';
import type { Toolbar } from './toolbar.ts';

export interface Lifecycle {
  /** Runs once in every life of the worker. */
  onFirstTurn(): void;
  /** What a killed worker left behind has been put away. */
  ready(): Promise<void>;
  /** Installation, update, browser start. */
  onWake(): Promise<void>;
  onAlarm(name: string): Promise<void>;
  /** The offscreen page, which hears more than a worker, says that something about the connection changed. */
  onConnectionNews(): void;
}

export function createLifecycle(parts: {
  readonly checking: Checking;
  readonly schedule: Schedule;
  readonly toolbar: Toolbar;
  readonly filing: Filing;
}): Lifecycle {
  const { checking, schedule, toolbar, filing } = parts;

  /** A worker killed in the middle of a round left "checking" and perhaps an offscreen page behind; both are nobody's now. */
  async function repair(): Promise<void> {
    await Promise.allSettled([progressItem.setValue(null), closeOffscreen(), schedule.ensure()]);
    await toolbar.paint();
    void filing.catchUp().catch(() => {});
  }
  const repaired = () => repair().catch((error: unknown) => complain('start-up repair failed', error));
  let ready: Promise<void> = Promise.resolve();
  let heardOfConnection = () => {};

  return {
    ready: () => ready,
    onFirstTurn() {
      ready = repaired();
      heardOfConnection = onConnectionChange(() => void checking.networkChanged());
    },
    async onWake() {
      await checking.networkChanged();
    },
    onConnectionNews: () => heardOfConnection(),
    async onAlarm(name) {
      await ready;
      // First of all: a worker killed in the round that follows must be woken again.
      await schedule.ensure();
      await checking.start(name === CONFIRM ? 'confirm' : 'alarm', { confirm: true });
    },
  };
}
