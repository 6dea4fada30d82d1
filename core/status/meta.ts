import { altogether, ifCurrent, plain, type Reader, type Says } from './reader.ts';
import { readRss } from './rss.ts';

/**
 * Meta's `metastatus.com/outage-events-feed-….rss`: an item for each open incident, "[High disruptions]: Cloud API"; none while all is well.
 * It speaks of interfaces for businesses, not of the apps, so only the highest of its words counts.
 */
const TITLE = /^\[([^\]]+)\]:?(.*)$/;
const OUTAGE = /^(high|major) disruptions?$/;
const OVER = /^(resolved|no known issues)$/;
const LESS = /^((low|medium|some|minor|partial) disruptions?|maintenance)$/;

export const readMeta: Reader = (text, { component, now }) => {
  const items = readRss(text)?.map(({ title = '', pubDate = '' }) => {
    const [, word = '', of = ''] = TITLE.exec(title.trim()) ?? [];
    return { word: word.trim().toLowerCase(), of: plain(of), at: Date.parse(pubDate) };
  });
  if (!items) return null;
  const over = new Map<string, number>();
  for (const { word, of, at } of items) if (OVER.test(word)) over.set(of, Math.max(at, over.get(of) ?? at));
  return altogether(
    items.map(({ word, of, at }): Says => {
      if (OVER.test(word) || LESS.test(word)) return false;
      if (!OUTAGE.test(word)) return null;
      // "Cloud API" and "Cloud API Calling".
      if (component !== undefined && !of.startsWith(plain(component))) return false;
      const ended = over.get(of);
      // An end without a date may be later.
      return ended === undefined || ended < at ? ifCurrent(at, now) : false;
    }),
  );
};
