import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';
import { CALL_STATES, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';
import { getItems } from '../../platform/items.ts';
import { type Managed, readManaged } from '../../platform/managed.ts';
import type { Settings } from '../../platform/settings.ts';
import { consentItem, progressItem, settingsItem, snapshotItem } from '../../platform/storage.ts';

/** Everything the popup paints from. */
export interface Stored {
  readonly snapshot: Snapshot | null;
  readonly progress: Progress | null;
  readonly settings: Settings;
  readonly managed: Managed;
  readonly agreed: boolean;
}

/** One read a storage area: the first paint waits for nothing else. */
export async function readStored(): Promise<Stored> {
  const [[snapshot, progress, settings, consent], managed] = await Promise.all([
    getItems([snapshotItem, progressItem, settingsItem, consentItem]),
    readManaged(),
  ]);
  return {
    snapshot: readable(snapshot),
    progress,
    settings,
    managed,
    agreed: isAgreement(consent),
  };
}

export function watchStored(changed: (change: Partial<Stored>) => void): void {
  snapshotItem.watch((snapshot) => changed({ snapshot: readable(snapshot) }));
  progressItem.watch((progress) => changed({ progress }));
  settingsItem.watch((settings) => changed({ settings }));
  consentItem.watch((consent) => changed({ agreed: isAgreement(consent) }));
}

/** A damaged agreement is none: the question is put again. */
const isAgreement = (consent: { readonly agreedAt: number } | null): boolean => Boolean(consent?.agreedAt);

/** A record of another version, or a damaged one, is none. There is no room for the validator here; states without words are looked for. */
const readable = (value: Snapshot | null): Snapshot | null =>
  value?.schemaVersion === 1 &&
  NETWORK_STATES.includes(value.network?.state) &&
  Array.isArray(value.services) &&
  value.services.every(
    (service) => CALL_STATES.includes(service?.calls?.state) && MESSAGE_STATES.includes(service.messages?.state),
  )
    ? value
    : null;
