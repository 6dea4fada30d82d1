import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Protocol } from '../../platform/messages.ts';
import type { FakeEvent } from './extension.ts';

/** The look for a newer catalogue, which follows a filed round: `daily.test.ts` has the real one. */
export const lookForEdition = vi.fn(async () => {});

/** Starts the background as the browser does: modules anew, `main()` at once. What it stores and its alarms outlive it. */
export async function wakeUp(): Promise<void> {
  for (const event of [fakeBrowser.runtime.onMessage, fakeBrowser.runtime.onInstalled, fakeBrowser.runtime.onStartup]) {
    event.removeAllListeners();
  }
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  const { onAdded, onRemoved } = fakeBrowser.permissions;
  for (const { listeners } of [onAdded, onRemoved] as unknown as FakeEvent[]) listeners.length = 0;
  fakeBrowser.storage.local.onChanged.removeAllListeners();
  fakeBrowser.storage.session.onChanged.removeAllListeners();
  vi.resetModules();
  vi.doMock('../../entrypoints/background/daily.ts', () => ({ lookForEdition }));
  const { default: background } = await import('../../entrypoints/background/index.ts');
  background.main();
  const { serveHistory } = await import('./hidden-page.ts');
  serveHistory();
}

/** Sends a message as a page does. */
export async function tell<Type extends keyof Protocol>(type: Type, ...data: Parameters<Protocol[Type]>) {
  const { sendMessage } = await import('../../platform/messages.ts');
  return (sendMessage as (type: string, data: unknown) => Promise<unknown>)(type, data[0]);
}

/** Lets an alarm fire as the browser does: one that fires once is gone by then. */
export async function ring(name: string): Promise<void> {
  const alarm = await fakeBrowser.alarms.get(name);
  if (!alarm) throw new Error(`there is no alarm ${name}`);
  await fakeBrowser.alarms.clear(name);
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

/** Seconds until an alarm; null when there is none. */
export async function due(name: string): Promise<number | null> {
  const alarm = await fakeBrowser.alarms.get(name);
  return alarm ? (alarm.scheduledTime - Date.now()) / 1_000 : null;
}
