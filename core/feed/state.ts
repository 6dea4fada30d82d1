import * as is from '../shape.ts';
import { FEED_PROBLEMS, type FeedState } from './feed.ts';

const isState = is.object<FeedState>({
  triedAt: (value): value is number => is.number(value) && Math.abs(value) <= 8.64e15,
  tries: is.list(
    is.object<FeedState['tries'][number]>({
      mirror: is.text,
      problem: is.either(is.oneOf(null), is.oneOf(...FEED_PROBLEMS)),
      serial: is.optional(is.count),
    }),
  ),
  known: is.optional(is.list(is.text)),
});

/** What was stored of the last look for a newer edition; null: none, or it is damaged. */
export const readFeedState = (stored: unknown): FeedState | null => (isState(stored) ? stored : null);
