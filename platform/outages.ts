import type { Service } from '../core/catalogue/runtime.ts';
import { type StatusAnswer, type StatusQuestion, sendMessage } from './messages.ts';
import { borrowOffscreen } from './offscreen.ts';

/** What a service's feeds said holds for this long, ms: confirming rounds follow each other quickly, and a feed can be large. */
const FRESH_MS = 5 * 60_000;

/**
 * Which of these services are out, as their own status feeds say, read by the hidden page. Never rejects, and waits no longer than `signal`.
 *
 * @param doh addresses of DNS-over-HTTPS servers, with `{name}`
 */
export type OutageReader = (
  services: readonly Service[],
  doh: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlySet<string>>;

export function outageReader(): OutageReader {
  const known = new Map<string, { readonly at: number; readonly out: boolean }>();
  const fresh = (id: string) => {
    const said = known.get(id);
    const age = Date.now() - (said?.at ?? 0);
    return age >= 0 && age < FRESH_MS ? said : undefined;
  };
  return async (services, doh, signal) => {
    const unknown = services.filter(({ id, statusFeeds }) => statusFeeds.length > 0 && !fresh(id));
    if (unknown.length > 0) {
      const said = await ask({ services: unknown.map(({ id, statusFeeds }) => ({ id, statusFeeds })), doh }, signal);
      for (const [id, out] of Object.entries(said)) known.set(id, { at: Date.now(), out });
    }
    return new Set(services.flatMap(({ id }) => (fresh(id)?.out ? [id] : [])));
  };
}

async function ask(question: StatusQuestion, signal: AbortSignal): Promise<StatusAnswer> {
  const page = borrowOffscreen();
  try {
    // A page that can't be opened, or never answers, must not hold up a round.
    return await Promise.race([page.open().then(() => sendMessage('readStatus', question)), until(signal)]);
  } catch {
    return {};
  } finally {
    // Closing it ends what it still reads.
    void page.close().catch(() => {});
  }
}

const until = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
