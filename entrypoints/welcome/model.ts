import { computed, signal } from '@preact/signals';
import { addressesOf } from '../../components/contacts.ts';
import type { Choices, WelcomeActions, WelcomeModel } from '../../components/welcome/model.ts';
import { allServices } from '../../core/catalogue/index.ts';
import { suggested } from '../../core/catalogue/usual.ts';
import { usuals } from '../../core/catalogue/usuals.ts';
import { reportingHost, withManaged } from '../../platform/managed.ts';
import { notificationPermission } from '../../platform/permissions.ts';
import { readSettings, type Settings } from '../../platform/settings.ts';
import type { Actions } from '../popup/actions.ts';
import { held } from '../popup/held.ts';
import type { WritableModel } from '../popup/model.ts';
import { toolbar } from './toolbar.ts';

/** The first page: what the popup knows, and choices that are stored by agreeing. */
export function createWelcome(
  answer: WritableModel,
  commands: Actions,
): { readonly model: WelcomeModel; readonly actions: WelcomeActions } {
  const settings = computed(() => {
    const { settings, managed } = answer.stored.value;
    return readSettings(withManaged(settings, managed));
  });
  const { services, automatic, intervalMinutes } = settings.peek();
  const first = services ?? suggestedHere();
  const { locked, reporting } = answer.stored.peek().managed;
  const choices = signal<Choices>({ services: first, automatic, intervalMinutes });
  const mayNotify = held(notificationPermission);

  const agree = async () => {
    const { services, ...when } = choices.peek();
    // The defaults stay open: an update may add to them.
    const change: Partial<Settings> = { ...when, services: isDefault(services) ? null : services };
    const own = Object.fromEntries(Object.entries(change).filter(([name]) => !Object.hasOwn(locked, name)));
    const isTaken =
      (await commands.send('saveSettings', own)) &&
      (await commands.send('agree', { hosts: addressesOf(services, answer.mirrors.peek()) }));
    if (isTaken) commands.check();
    else answer.failure.value = { retry: () => void agree() };
  };

  return {
    model: {
      ...answer,
      choices,
      suggested: first,
      isGuess: services === null,
      notifications: computed(() => settings.value.notifications && mayNotify.value === true),
      // Notifications also need the person's own permission.
      locked: computed(() =>
        Object.keys(locked).filter((name) => name !== 'notifications' || !locked.notifications || mayNotify.value),
      ),
      reportsTo: reportingHost(reporting),
      toolbar: toolbar(),
    },
    actions: {
      ...commands,
      choose(change) {
        choices.value = { ...choices.peek(), ...change };
      },
      agree: () => void agree(),
      async notify(wanted) {
        // The wish is stored before the answer: where the browser's question closes the page, the permission decides.
        const answer = wanted ? notificationPermission.request() : true;
        void commands.send('saveSettings', { notifications: wanted });
        const isAllowed = await answer;
        if (!isAllowed) void commands.send('saveSettings', { notifications: false });
        return isAllowed;
      },
    },
  };
}

const suggestedHere = (): readonly string[] =>
  suggested(allServices(), usuals(), {
    languages: navigator.languages,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

const isDefault = (chosen: readonly string[]): boolean =>
  allServices().every((service) => service.isDefault === chosen.includes(service.id));
