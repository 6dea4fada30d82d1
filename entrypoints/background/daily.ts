import { allows } from '../../core/catalogue/consent.ts';
import { isWithinDay } from '../../core/day.ts';
import type { FeedTry } from '../../core/feed/feed.ts';
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
  const last = await feedItem.getValue();
  const triedAt = Date.now();
  if (isWithinDay(last?.triedAt ?? 0, triedAt)) return;
  const left = await askable();
  if (left.length === 0) return;
  const tries: FeedTry[] = [];
  const known: string[] = Array.isArray(last?.known) ? last.known : [];
  // First of all: a worker that is killed over a mirror does not ask again whenever it wakes up.
  await feedItem.setValue({ triedAt, tries, known });

  const stored = await editionItem.getValue();
  const { keys } = await loadFeedSource();
  if (stored !== null && readStored(stored, await loadPackaged(), keys) === null) await editionItem.removeValue();
  const { serial } = await loadEdition();
  // The person may turn updates off, or delete everything, at any time.
  const isHeld = async () => (await feedItem.getValue())?.triedAt === triedAt;
  while (left.length > 0) {
    // No mirror is the first for everybody: one that lags behind, or is blocked, delays nobody for long.
    const [mirror = ''] = left.splice(Math.random() * left.length, 1);
    if (!(await isHeld()) || !(await askable()).includes(mirror)) return;
    const isKnown = known.includes(mirror);
    const { edition, key, ...tried } = await fetchFeed({ mirror, serial, isKnown });
    if (!(await isHeld())) return;
    tries.push(tried);
    const isGood = tried.problem === null;
    if (isGood && !isKnown) known.push(mirror);
    await setItems([
      { item: feedItem, value: { triedAt, tries, known } },
      ...(edition ? [{ item: editionItem, value: { key, edition } }] : []),
    ]);
    if (isGood) return;
  }
}

/** The mirrors that may be asked now. */
async function askable(): Promise<string[]> {
  const { updates, metered } = await currentSettings();
  if (!updates || (isMetered() && !metered)) return [];
  const [{ mirrors }, may] = await Promise.all([loadFeedSource(), namedConsent().then(allows)]);
  return mirrors.filter(may);
}
