import type { Service, StatusFeed } from '../core/catalogue/runtime.ts';
import { isOutage } from '../core/catalogue/status.ts';
import { readText } from './read-text.ts';

/** A status page may be slow when its service is out; nobody waits longer for it, ms. */
const PATIENCE_MS = 4_000;
/** Google's list of incidents is the largest that is read; anything beyond this is not a status feed. */
const MAX_BYTES = 1_500_000;

/** What a feed said holds for this long, ms: confirming rounds follow each other quickly, and a feed can be large. */
const FRESH_MS = 5 * 60_000;

/** Asks which of these services are out, as their own feeds say. Never rejects. */
export type OutageReader = (services: readonly Service[], signal: AbortSignal) => Promise<ReadonlySet<string>>;

/**
 * Asks the status feeds of services that have just failed here whether they are out everywhere.
 * A feed that is blocked, broken or too large changes nothing: it is as if the service had none.
 *
 * @param doh addresses of DNS-over-HTTPS servers, with `{name}`
 */
export function outageReader(doh: readonly string[]): OutageReader {
  const known = new Map<string, { readonly at: number; readonly report: boolean }>();
  const ask = async (feed: StatusFeed, signal: AbortSignal): Promise<boolean> => {
    const earlier = known.get(feed.url);
    const age = Date.now() - (earlier?.at ?? 0);
    if (earlier && age >= 0 && age < FRESH_MS) return earlier.report;
    const report = await readFeed(feed, doh, signal);
    if (report !== null) known.set(feed.url, { at: Date.now(), report });
    return report === true;
  };
  return async (services, signal) => {
    const out = await Promise.all(
      services.map(async ({ id, statusFeeds }) => {
        const reports = await Promise.all(statusFeeds.map((feed) => ask(feed, signal)));
        return reports.includes(true) ? [id] : [];
      }),
    );
    return new Set(out.flat());
  };
}

/** True: an outage. False: the feed says that all is well. Null: nothing could be read. */
async function readFeed(feed: StatusFeed, doh: readonly string[], signal: AbortSignal): Promise<boolean | null> {
  const name = feed.format === 'dns-flag' ? feed.url.slice('doh:'.length) : null;
  const urls = name === null ? [feed.url] : doh.map((template) => template.replace('{name}', encodeURIComponent(name)));
  for (const url of urls) {
    const body = await readJson(url, name === null ? 'application/json' : 'application/dns-json', signal);
    const report = body === null ? null : isOutage(feed, body);
    if (report !== null) return report;
  }
  return null;
}

async function readJson(url: string, accept: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, {
      headers: { accept },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    return response.ok && response.body ? JSON.parse(await readText(response.body, MAX_BYTES)) : null;
  } catch {
    return null;
  }
}
