import type { StatusFeed } from '../../core/catalogue/runtime.ts';
import { isOutage } from '../../core/status/read.ts';
import { altogether, type Says } from '../../core/status/reader.ts';
import type { StatusAnswer, StatusQuestion } from '../../platform/messages.ts';
import { readText } from '../../probes/read-body.ts';

/** A status page may be slow when its service is out; nobody waits longer for all of them, ms. */
const PATIENCE_MS = 4_000;
/** A DNS server that is silent for so long, ms, no longer holds up the next. */
const SILENT_MS = 1_000;
/** Google's list of incidents is the largest that is read; anything beyond this is not a status feed. */
const MAX_BYTES = 1_500_000;

/**
 * Asks the status feeds of services that have just failed here whether they are out everywhere. A feed that is blocked, broken, too large or
 * of another shape says nothing: it is as if the service had none. Apart from the page: most rounds need none of it.
 */
export async function readStatus({ services, doh }: StatusQuestion): Promise<StatusAnswer> {
  // One time for all: what one has said would be lost with the round that waited for another.
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const said = await Promise.all(
    services.map(async ({ id, statusFeeds }) => {
      const feeds = await Promise.all(statusFeeds.map((feed) => ask(feed, doh, signal)));
      return { id, out: altogether(feeds) };
    }),
  );
  return Object.fromEntries(said.flatMap(({ id, out }) => (out === null ? [] : [[id, out]])));
}

async function ask(feed: StatusFeed, doh: readonly string[], signal: AbortSignal): Promise<Says> {
  // By its address, as consent goes (`feedUrls`).
  const isFlag = feed.url.startsWith('doh:');
  const told = async (url: string) => {
    try {
      const body = await load(url, isFlag ? 'application/dns-json' : '*/*', signal);
      return body === null ? null : isOutage(feed, body, Date.now());
    } catch {
      return null;
    }
  };
  if (!isFlag) return told(feed.url);
  const name = encodeURIComponent(feed.url.slice('doh:'.length));
  const inTurn = async ([url, ...others]: readonly string[]): Promise<Says> => {
    if (url === undefined || signal.aborted) return null;
    const answer = told(url);
    const said = await Promise.race([answer, afterSilence()]);
    // A late answer is one, too.
    return said ?? (await inTurn(others)) ?? answer;
  };
  return inTurn(doh.map((template) => template.replace('{name}', name)));
}

const afterSilence = () => new Promise<null>((resolve) => setTimeout(resolve, SILENT_MS, null));

async function load(url: string, accept: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, {
    headers: { accept },
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  });
  return response.ok && response.body ? await readText(response.body, MAX_BYTES) : null;
}
