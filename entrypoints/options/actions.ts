import type { OptionsActions } from '../../components/options/model.ts';
import { complaintsItem } from '../../platform/complaints.ts';
import { download } from '../../platform/download.ts';
import { type Protocol, sendMessage } from '../../platform/messages.ts';
import { opinionPermission } from '../../platform/opinion.ts';
import { explainPermission, notificationPermission } from '../../platform/permissions.ts';
import type { Settings } from '../../platform/settings.ts';
import { readSettingsFile, settingsFile } from '../../platform/settings-file.ts';
import { diagnose } from './diagnose.ts';
import type { WritableModel } from './model.ts';

type Command = 'ping' | 'saveSettings' | 'agree' | 'settle';

/** A background that is alive answers at once. */
const DEADLINE_MS = 5_000;
/** One that is not is asked again. */
const AGAIN_MS = 5_000;

const history = () => import('./history.ts');

/** What a person can ask for: commands to the background, and what only a click may do. */
export function createActions(model: WritableModel): OptionsActions {
  let again: ReturnType<typeof setTimeout> | undefined;

  /** Sends a command. @throws Error when the background did not take it */
  async function send<Name extends Command>(name: Name, data: Parameters<Protocol[Name]>[0]): Promise<void> {
    const tooLate = new Promise<never>((_, reject) => setTimeout(reject, DEADLINE_MS, new Error('no answer')));
    await Promise.race([sendMessage(name, data as never), tooLate]);
  }

  async function ask(): Promise<void> {
    clearTimeout(again);
    try {
      await send('ping', undefined);
      model.isBack.value = model.background.peek() === 'silent' || model.isBack.peek();
      model.background.value = 'answers';
    } catch {
      model.background.value = 'silent';
      again = setTimeout(() => void ask(), AGAIN_MS);
    }
  }

  async function save(change: Partial<Settings>, hosts: readonly string[]): Promise<void> {
    model.failure.value = null;
    model.pending.value = { ...model.pending.peek(), ...change };
    const isTaken = await taken(change, hosts);
    // What the person has chosen again meanwhile is still on its way.
    const left = Object.entries(model.pending.peek()).filter(
      ([name, value]) => change[name as keyof Settings] !== value,
    );
    model.pending.value = Object.fromEntries(left);
    if (isTaken) return;
    // Is nobody there, or could it not be stored?
    await ask();
    model.failure.value = { retry: () => void save(change, hosts) };
  }

  async function taken(change: Partial<Settings>, hosts: readonly string[]): Promise<boolean> {
    try {
      // First what is agreed to: a check in between leaves out what is not.
      if (hosts.length > 0) await send('agree', { hosts });
      await send('saveSettings', change);
      return true;
    } catch {
      return false;
    }
  }

  return {
    ask: () => void ask(),
    choose: (change) => void save(change, []),
    chooseAgreeing: (change, hosts) => void save(change, hosts),
    async allowNotifications() {
      const isAllowed = await notificationPermission.request().catch(() => false);
      if (isAllowed) void save({ notifications: true }, []);
      return isAllowed;
    },
    // The background hears of the permission and checks again.
    allowExplain: () => explainPermission.request().catch(() => false),
    giveExplainBack: () => explainPermission.remove().catch(() => false),
    async allowOoni() {
      const isAllowed = await opinionPermission.request().catch(() => false);
      if (isAllowed) void save({ opinionDaily: true }, []);
      return isAllowed;
    },
    historySize: async () => (await history()).historySize(),
    historyDeletion: {
      losses: async () => (await history()).lossesOf.everything(),
      async forget() {
        const { forgetEverything, forgotten } = await history();
        await forgetEverything();
        await forgotten(null);
      },
    },
    async forgetEverything() {
      // A round under way would store what it finds, and one that is being filed where it was.
      await send('settle', undefined).catch(() => {});
      return (await history()).forgetAll();
    },
    saveFile: () => download({ name: 'ringback-settings.json', content: new Blob([settingsFile(model.own())]) }),
    readFile: (file) => readSettingsFile(file, model.organisation.peek().locked),
    diagnose,
    deleteComplaints: () => void complaintsItem.removeValue(),
    copy: (text) => navigator.clipboard.writeText(text),
  };
}
