import { hostOf } from '../core/catalogue/endpoint.ts';
import type { FeedSource } from '../core/feed/feed.ts';

/** Whose signature counts, and where editions are fetched: a file of the package. */
export const loadFeedSource = async (): Promise<FeedSource> => (await (await fetch('/feed.json')).json()) as FeedSource;

/** The hosts where editions are fetched. */
export const mirrorHosts = async (): Promise<readonly string[]> => (await loadFeedSource()).mirrors.map(hostOf);
