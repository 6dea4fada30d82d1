import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { withHosts } from '../../core/catalogue/consent.ts';
import { readEndedCall } from '../../core/verdict/stored.ts';
import { loadCatalogue } from '../../platform/catalogue.ts';
import { complain, hearErrors, keep } from '../../platform/complaints.ts';
import { onMessage } from '../../platform/messages.ts';
import { lendToPages } from '../../platform/offscreen.ts';
import { saveSettings } from '../../platform/settings.ts';
import { consentItem } from '../../platform/storage.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { createChecking } from './checking.ts';
import { namedConsent } from './consent.ts';
import { lookForEdition } from './daily.ts';
import { createFiling } from './filing.ts';
import { createLifecycle } from './lifecycle.ts';
import { createNotifications } from './notifications.ts';
import { askDaily } from './opinion.ts';
import { createSchedule } from './schedule.ts';
import { createToolbar } from './toolbar.ts';

/**
 * The composition root. Every listener is registered in this first turn: a worker that is woken by an event hears it only if it listens
 * before it waits for anything.
 */
export default defineBackground({
  main() {
    hearErrors('background');
    // *Explain* was granted or given back: the answer is worth asking for again.
    const onAccess = ({ permissions = [] }: { permissions?: string[] | undefined }) => {
      if (permissions.includes('webRequest')) void checking.start('asked', { confirm: true, anew: true });
    };
    browser.permissions.onAdded.addListener(onAccess);
    browser.permissions.onRemoved.addListener(onAccess);

    const toolbar = createToolbar();
    const filing = createFiling(createNotifications());
    const schedule = createSchedule();
    const checking = createChecking({
      catalogue: loadCatalogue,
      ready: () => lifecycle.ready(),
      onStart: schedule.guard,
      onCancel: schedule.unguard,
      onRound: async (snapshot) => {
        await schedule.after(snapshot);
        // The round is over: the next one must not wait until this one is filed.
        void filing.file(snapshot).then(
          async () => {
            // What is asked once a day would be asked for nothing.
            const { state } = snapshot.network;
            if (state === 'offline' || state === 'sign-in-needed') return;
            // First, while the person is where the round was: mirrors may keep silent for long.
            await askDaily().catch((error: unknown) => complain('OONI not asked', error));
            await lookForEdition().catch((error: unknown) => complain('no look for a newer catalogue', error));
          },
          (error: unknown) => complain('not filed', error),
        );
      },
    });
    const lifecycle = createLifecycle({ checking, schedule, toolbar, filing });

    onMessage('checkNow', ({ data }) => void checking.start('asked', data));
    onMessage('cancelCheck', checking.cancel);
    onMessage('settle', async () => {
      await checking.cancel();
      await filing.settled();
    });
    onMessage('popupOpened', () => checking.startIfStale());
    // Each adds to what is stored: two at once would both add to the same, and one be lost.
    let last: Promise<void> = Promise.resolve();
    const inTurn = (change: () => Promise<void>) => {
      last = last.then(change, change);
      return last;
    };
    onMessage('agree', ({ data: { hosts } }) =>
      inTurn(async () => consentItem.setValue(withHosts(await namedConsent(), hosts, Date.now()))),
    );
    onMessage('saveSettings', ({ data }) =>
      inTurn(async () => {
        await saveSettings(data);
        await schedule.renew();
      }),
    );
    onMessage('callEnded', async ({ data }) => {
      const call = readEndedCall(data);
      return call && checking.callEnded(call);
    });
    onMessage('ping', () => {});
    onMessage('complain', ({ data: { where, message } }) => keep(where, message));
    onMessage('connectionChanged', () => lifecycle.onConnectionNews());
    if (FOR_CHROMIUM) lendToPages();

    browser.alarms.onAlarm.addListener(({ name }) => void lifecycle.onAlarm(name));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void lifecycle.onWake();
      if (reason === 'install') void welcome();
    });
    browser.runtime.onStartup.addListener(() => void lifecycle.onWake());
    lifecycle.onFirstTurn();
  },
});

/** A browser may keep what was stored by an earlier installation: who has agreed is not asked again. */
async function welcome(): Promise<void> {
  if (!(await consentItem.getValue())?.agreedAt) await browser.tabs.create({ url: '/welcome.html' });
}
