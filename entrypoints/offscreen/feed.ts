import { accept } from '../../core/feed/accept.ts';
import { type FeedAnswer, type FeedProblem, type FeedQuestion, MAX_FEED_BYTES } from '../../core/feed/feed.ts';
import { loadFeedSource } from '../../platform/feed-source.ts';
import { readBytes } from '../../probes/read-body.ts';

/** A mirror gets this long for its whole file, ms: three silent ones are told of before Firefox ends an idle background (30 s). */
const PATIENCE_MS = 8_000;

/** Asks one mirror for a newer edition. Apart from the page: it is needed once a day. */
export async function fetchFeed({ mirror, serial, isKnown }: FeedQuestion): Promise<FeedAnswer> {
  const { keys } = await loadFeedSource();
  const file = await ask(mirror, isKnown);
  const found = file instanceof Uint8Array ? await accept(file, { serial, keys, now: Date.now() }) : { problem: file };
  return { mirror, edition: null, ...found };
}

async function ask(mirror: string, isKnown: boolean): Promise<Uint8Array | FeedProblem> {
  try {
    const response = await fetch(mirror, {
      // The browser keeps the last file, and asks whether it has changed. An `If-None-Match` of ours would need a preflight.
      // It keeps it through *Forget everything*, too: by the tag of that copy the mirror would know this installation again.
      cache: isKnown ? 'no-cache' : 'reload',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Not followed, and told from a mirror that can't be reached.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 200 && response.body) return await readBytes(response.body, MAX_FEED_BYTES);
    await response.body?.cancel();
    return response.type === 'opaqueredirect' ? 'redirected' : 'status';
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'unreachable';
  }
}
