import { EMPTY_MEMORY, type Memory, UNIDENTIFIED } from '../../core/evidence/memory.ts';
import { type Place, UNKNOWN_NETWORK } from '../../core/history/place.ts';
import type { OwnWordRecord } from '../../core/history/records.ts';
import { forgetFormerNames } from '../own-names.ts';
import { memoryItem, placeItem } from '../storage.ts';

/**
 * What is stored beside the history and tells of the same networks follows what the person changes there. The next round would bring the
 * place up to date anyway; the popup is opened before.
 */

export const renamed = (keys: readonly string[], name: string | null): Promise<void> =>
  changePlace(keys, (place) => ({ ...place, name }));

export const said = ({ network, service, word, at }: OwnWordRecord): Promise<void> =>
  changePlace(network === null ? [] : [network], (place) => ({
    ...place,
    said: { ...place.said, [service]: { word, at } },
  }));

export const unsaid = ({ network, service }: OwnWordRecord): Promise<void> =>
  changePlace(network === null ? [] : [network], ({ said: { [service]: _, ...said }, ...place }) => ({
    ...place,
    said,
  }));

/**
 * Forgets what the verdict remembers of networks, and since when the popup says that they block. The mark of what has been filed stays:
 * nothing forgotten is filed again.
 *
 * @param keys null: of all networks
 */
export async function forgotten(keys: readonly string[] | null): Promise<void> {
  const memory = (await memoryItem.getValue()) as Memory | null;
  if (memory) {
    const isLeft = (key: string) => keys !== null && !keys.includes(key === UNIDENTIFIED ? UNKNOWN_NETWORK : key);
    const left = Object.entries(memory.networks ?? {}).filter(([key]) => isLeft(key));
    await memoryItem.setValue({ ...EMPTY_MEMORY, ...memory, networks: Object.fromEntries(left) });
  }
  await changePlace(keys, (place) => ({ ...place, name: null, blockedSince: {}, said: {} }));
  // Only the history still needed them.
  if (keys === null) await forgetFormerNames();
}

async function changePlace(keys: readonly string[] | null, change: (place: Place) => Place): Promise<void> {
  const place = await placeItem.getValue();
  if (place && (keys === null || keys.includes(place.key))) await placeItem.setValue(change(place));
}
