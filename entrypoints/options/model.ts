import { computed, type Signal, signal } from '@preact/signals';
import type { Failure } from '../../components/model.ts';
import { type OptionsModel, PARTS, type Part } from '../../components/options/model.ts';
import { allows, type Consent } from '../../core/catalogue/consent.ts';
import { type Complaint, complaintsItem, readComplaints } from '../../platform/complaints.ts';
import { mirrorHosts } from '../../platform/feed-source.ts';
import { area, getItems } from '../../platform/items.ts';
import { type Managed, readManaged, reportingHost, withManaged } from '../../platform/managed.ts';
import { opinionPermission } from '../../platform/opinion.ts';
import { explainHosts, explainPermission, notificationPermission } from '../../platform/permissions.ts';
import { readSettings, type Settings } from '../../platform/settings.ts';
import { consentItem, settingsItem } from '../../platform/storage.ts';
import { held } from '../popup/held.ts';

/** What actions may write; everything else comes from storage and the browser. */
export interface WritableModel extends OptionsModel {
  readonly background: Signal<'asking' | 'answers' | 'silent'>;
  readonly isBack: Signal<boolean>;
  readonly failure: Signal<Failure | null>;
  /** Choices on their way to the background, which hold here already. */
  readonly pending: Signal<Partial<Settings>>;
  /** What the person chose, without what is locked. */
  readonly own: () => Settings;
}

interface Stored {
  readonly settings: Settings;
  readonly consent: Consent | null;
  readonly complaints: unknown;
  readonly managed: Managed;
  readonly mirrors: readonly string[];
}

export async function readStored(): Promise<Stored> {
  const [[settings, consent, complaints], managed, mirrors] = await Promise.all([
    getItems([settingsItem, consentItem, complaintsItem]),
    readManaged(),
    mirrorHosts().catch(() => []),
  ]);
  return { settings, consent, complaints, managed, mirrors };
}

/** Stored state as signals, kept up to date. */
export function createModel(first: Stored): WritableModel {
  const stored = signal(first);
  const change = (part: Partial<Stored>) => {
    stored.value = { ...stored.peek(), ...part };
  };
  settingsItem.watch((settings) => change({ settings }));
  consentItem.watch((consent) => change({ consent }));
  complaintsItem.watch((complaints) => change({ complaints }));
  area('managed').onChanged.addListener(async () => change({ managed: await readManaged() }));

  const part = signal<Part>(partOf(location.hash));
  addEventListener('hashchange', () => {
    part.value = partOf(location.hash);
  });

  const pending = signal<Partial<Settings>>({});
  const mayNotify = held(notificationPermission);
  const mayAskOoni = held(opinionPermission);
  return {
    part,
    pending,
    mayNotify,
    mayAskOoni,
    explain: held(explainPermission),
    explainHosts: explainHosts(),
    settings: computed(() => {
      const { settings, managed } = stored.value;
      return readSettings({ ...withManaged(settings, managed), ...pending.value, ...managed.locked });
    }),
    own: () => {
      const { settings, managed } = stored.peek();
      return readSettings(withManaged(settings, { ...managed, locked: {} }));
    },
    organisation: computed(() => {
      const { locked, reporting } = stored.value.managed;
      // Some also need the person's own permission.
      const isShut = (name: string) =>
        !(
          (name === 'notifications' && locked.notifications && !mayNotify.value) ||
          (name === 'opinionDaily' && locked.opinionDaily && !mayAskOoni.value)
        );
      return { locked: Object.keys(locked).filter(isShut), reportsTo: reportingHost(reporting) };
    }),
    mirrors: first.mirrors,
    mayContact: computed(() => {
      const { consent } = stored.value;
      const may = allows(consent);
      return (host: string) => !consent?.agreedAt || may(`https://${host}`);
    }),
    complaints: computed((): Complaint[] => readComplaints(stored.value.complaints).reverse()),
    background: signal<'asking' | 'answers' | 'silent'>('asking'),
    isBack: signal(false),
    failure: signal<Failure | null>(null),
  };
}

const partOf = (hash: string): Part => PARTS.find((part) => `#${part}` === hash) ?? 'services';
