import type { Page } from 'puppeteer-core';
import { serviceRecords } from '../../../core/catalogue/files.ts';
import type { ServiceClaims } from './claim.ts';

/** As extensions do that ask whether a site is down. */
const LIMIT_MS = 10_000;

/** One request for each service's front page, all at once. */
export async function oneFetch(page: Page, services: readonly string[]): Promise<Record<string, ServiceClaims>> {
  const pages = services.flatMap((id) => {
    const url = frontPage(id);
    return url === undefined ? [] : [{ id, url }];
  });
  const answered = await page.evaluate(
    (urls, limit) =>
      Promise.all(
        urls.map((url) =>
          fetch(url, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(limit) }).then(
            () => true,
            () => false,
          ),
        ),
      ),
    pages.map(({ url }) => url),
    LIMIT_MS,
  );
  return Object.fromEntries(
    pages.map(({ id }, index) => {
      const claim = { says: answered[index] ? 'open' : 'blocked' } as const;
      return [id, { calls: claim, messages: claim }];
    }),
  );
}

/** Where a person would look first: a web host that a browser can read, of its messages or else of its site. */
export function frontPage(service: string): string | undefined {
  const endpoints = serviceRecords().find(({ id }) => id === service)?.endpoints ?? [];
  const readable = endpoints.filter(
    ({ url, refusesBrowsers, use }) => url.startsWith('https:') && !refusesBrowsers && use !== 'recorded',
  );
  return (readable.find(({ role }) => role === 'signalling') ?? readable.find(({ role }) => role === 'cdn'))?.url;
}
