import type { Consent } from '../../core/catalogue/consent.ts';
import type { Place } from '../../core/history/place.ts';
import { type OwnServers, readServers } from '../../core/own/server.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';
import { getItems } from '../../platform/items.ts';
import { type Managed, readManaged } from '../../platform/managed.ts';
import type { Settings } from '../../platform/settings.ts';
import { showCatalogue } from '../../platform/shown-catalogue.ts';
import {
  consentItem,
  declinedItem,
  editionItem,
  ownServersItem,
  placeItem,
  progressItem,
  settingsItem,
  snapshotItem,
} from '../../platform/storage.ts';

/** Everything the popup paints from. */
export interface Stored {
  readonly snapshot: Snapshot | null;
  readonly place: Place | null;
  readonly progress: Progress | null;
  readonly settings: Settings;
  readonly managed: Managed;
  readonly consent: Consent | null;
  readonly declined: readonly string[];
  readonly own: OwnServers;
}

/** One read a storage area: the first paint waits for nothing else. */
export async function readStored(): Promise<Stored> {
  const [[snapshot, place, progress, settings, consent, declined, own], managed] = await Promise.all([
    getItems([snapshotItem, placeItem, progressItem, settingsItem, consentItem, declinedItem, ownServersItem]),
    readManaged(),
  ]);
  return {
    snapshot: readableSnapshot(snapshot),
    place: isPlace(place) ? place : null,
    progress,
    settings,
    managed,
    consent,
    declined: listOf(declined),
    own: readServers(own),
  };
}

export function watchStored(changed: (change: Partial<Stored>) => void): void {
  snapshotItem.watch((snapshot) => changed({ snapshot: readableSnapshot(snapshot) }));
  placeItem.watch((place) => changed({ place: isPlace(place) ? place : null }));
  progressItem.watch((progress) => changed({ progress }));
  settingsItem.watch((settings) => changed({ settings }));
  consentItem.watch((consent) => changed({ consent }));
  declinedItem.watch((declined) => changed({ declined: listOf(declined) }));
  ownServersItem.watch((own) => changed({ own: readServers(own) }));
  // A round by a newer edition may follow at once, with services that have no names here yet. Other pages take it when they are next opened.
  editionItem.watch(async () => {
    await showCatalogue();
    changed({});
  });
}

const listOf = (value: readonly string[]): readonly string[] => (Array.isArray(value) ? value : []);

const isPlace = (value: Place | null): boolean =>
  Boolean(value?.blockedSince && value.said && Array.isArray(value.hints)) &&
  [value?.name, value?.operator].every((name) => name === null || typeof name === 'string');
