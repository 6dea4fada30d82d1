import { allows } from '../../core/catalogue/consent.ts';
import { isWithinDay } from '../../core/day.ts';
import { readStored } from '../../core/feed/holding.ts';
import { loadEdition, loadPackaged } from '../../platform/catalogue.ts';
import { isMetered } from '../../platform/connection.ts';
import { loadFeedSource } from '../../platform/feed-source.ts';
import { fetchFeed } from '../../platform/filing.ts';
import { setItems } from '../../platform/items.ts';
import { currentSettings } from '../../platform/settings.ts';
import { editionItem, feedItem } from '../../platform/storage.ts';
import { namedConsent } from './consent.ts';

/** Looks for a newer edition of the catalogue, at most once a day, at mirrors that the person has agreed to. */
export async function lookForEdition(): Promise<void> {
  const [{ updates, metered }, last] = await Promise.all([currentSettings(), feedItem.getValue()]);
  if (!updates || (isMetered() && !metered)) return;
  const triedAt = Date.now();
  if (isWithinDay(last?.triedAt ?? 0, triedAt)) return;
  const [{ keys, mirrors }, may] = await Promise.all([loadFeedSource(), namedConsent().then(allows)]);
  const agreed = mirrors.filter(may);
  if (agreed.length === 0) return;
  // First of all: a worker that is killed over a mirror does not ask again whenever it wakes up.
  await feedItem.setValue({ triedAt, tries: [] });

  const stored = await editionItem.getValue();
  if (stored !== null && readStored(stored, await loadPackaged(), keys) === null) await editionItem.removeValue();
  const { serial } = await loadEdition();
  const { tries, edition, key } = await fetchFeed(serial, agreed);
  // The person may have deleted everything meanwhile.
  if ((await feedItem.getValue())?.triedAt !== triedAt) return;
  await setItems([
    { item: feedItem, value: { triedAt, tries } },
    ...(edition ? [{ item: editionItem, value: { key, edition } }] : []),
  ]);
}
