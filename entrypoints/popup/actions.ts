import type { PopupActions } from '../../components/model.ts';
import { type Protocol, sendMessage } from '../../platform/messages.ts';
import { openOptions, openWelcome } from '../../platform/pages.ts';
import { explainPermission } from '../../platform/permissions.ts';
import { declinedItem } from '../../platform/storage.ts';
import type { WritableModel } from './model.ts';
import { reportText } from './report.ts';

export type Command = 'agree' | 'checkNow' | 'cancelCheck' | 'popupOpened' | 'saveSettings';

/** A background that is alive answers a command at once: it starts the work and does not wait for its end. */
const DEADLINE_MS = 5_000;

/** From "taken" to the first progress the background reads its memory; the button must not flicker meanwhile. */
const START_MS = 1_500;

export interface Actions extends PopupActions {
  /** The popup is open: the background renews an old answer, and a dead one shows itself. */
  opened(): void;
  /** Sends a command; false: it was not taken, and the person is told. */
  send: Send;
}

type Send = <Name extends Command>(name: Name, data: Parameters<Protocol[Name]>[0]) => Promise<boolean>;

/** What a person can ask for: commands to the background, and what only a click may do. */
export function createActions(model: WritableModel): Actions {
  const send: Send = async (name, data) => {
    model.failure.value = null;
    try {
      await withDeadline(sendMessage(name, data as never) as Promise<void>);
      return true;
    } catch {
      // A round that shows itself is answer enough.
      if (name === 'checkNow' && model.progress.peek()) return true;
      model.failure.value = { retry: () => send(name, data) };
      return false;
    }
  };

  const check = async () => {
    model.asked.value = true;
    const taken = await send('checkNow', { confirm: true });
    setTimeout(
      () => {
        model.asked.value = false;
      },
      taken ? START_MS : 0,
    );
  };

  return {
    send,
    opened() {
      if (model.agreed.peek()) void send('popupOpened', undefined);
    },
    check: () => void check(),
    cancel() {
      model.asked.value = false;
      void send('cancelCheck', undefined);
    },
    async openWelcome() {
      await openWelcome();
      close();
    },
    openOptions: () => void openOptions(),
    async allowHosts(hosts) {
      if (await send('agree', { hosts })) void check();
    },
    declineHosts: (hosts) => void declinedItem.setValue(hosts),
    // The background hears of the permission and checks again, even if the browser's question has closed the popup.
    allowExplain: () => explainPermission.request(),
    giveExplainBack: () => explainPermission.remove().catch(() => false),
    async say(service, word) {
      try {
        // Its code is needed by one click in many visits.
        const { sayHere } = await import('./own-word.ts');
        await sayHere({ network: model.place.peek()?.key ?? null, service, word, at: Date.now() });
        return true;
      } catch {
        return false;
      }
    },
    copyReport: () => navigator.clipboard.writeText(reportText(model)),
  };
}

async function withDeadline(answer: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the background did not answer')), DEADLINE_MS);
  });
  await Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
