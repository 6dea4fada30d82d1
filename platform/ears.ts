import { browser } from 'wxt/browser';
import { FOR_FIREFOX } from '../probes/build.ts';
import type { Ears, Heard, Hearing } from '../probes/web-request.ts';
import { resolved } from './names.ts';

/** An event may come this much after the request's own end, ms: 20 on an idle machine, far more on a loaded one. Only failures wait. */
const LATE_MS = 600;

type News = Heard & { readonly url: string; readonly at: number; readonly final: boolean };

/** Requests of ours, and nothing else: `fetch` and WebSocket from the background. */
const OURS = { urls: ['<all_urls>'], types: ['xmlhttprequest' as const, 'websocket' as const] };

/**
 * Hears the extension's own requests as `webRequest` tells them, for hosts whose permission was granted. Opened for a round and closed
 * after it: a browser listener that stayed would wake the worker at every visit of the person to those hosts.
 *
 * @returns null where the API is not granted
 */
export function openEars(): (Ears & { close(): void }) | null {
  const { webRequest } = browser;
  if (webRequest === undefined) return null;
  const hearings = new Set<(news: News) => void>();
  const tell = (details: Details, news: Omit<News, 'url' | 'at'>) => {
    if (!isOurs(details)) return;
    for (const hear of hearings) hear({ url: details.url, at: details.timeStamp, ...ipOf(details), ...news });
  };
  const onRedirect = (details: Details & { redirectUrl: string }) => {
    // A redirect without an address is the browser's own upgrade of a preloaded name: nobody answered.
    if (ipOf(details).ip !== undefined) tell(details, { final: false, redirectedTo: details.redirectUrl });
  };
  const onResponse = (details: Details & { statusCode: number }) =>
    tell(details, { final: true, status: details.statusCode });
  const onError = (details: Details & { error: string }) => tell(details, { final: true, error: details.error });
  webRequest.onBeforeRedirect.addListener(onRedirect, OURS);
  webRequest.onResponseStarted.addListener(onResponse, OURS);
  webRequest.onErrorOccurred.addListener(onError, OURS);
  return {
    listen: (url) => listen(url, hearings),
    close() {
      webRequest.onBeforeRedirect.removeListener(onRedirect);
      webRequest.onResponseStarted.removeListener(onResponse);
      webRequest.onErrorOccurred.removeListener(onError);
    },
  };
}

function listen(url: string, hearings: Set<(news: News) => void>): Hearing {
  const since = Date.now() - 5;
  let heard: Heard = {};
  let final = false;
  let wake = () => {};
  const wanted = new Set([url, new URL(url).href]);
  const hear = ({ url: requested, at, final: isFinal, ...told }: News) => {
    // Once the page has been read the browser reports our own abort: that is no news.
    if (at < since || final || !wanted.has(requested)) return;
    if (told.redirectedTo) wanted.add(told.redirectedTo);
    heard = { ...heard, ...told };
    final = isFinal;
    if (final) wake();
  };
  hearings.add(hear);
  return {
    async heard() {
      if (!final) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, LATE_MS);
        });
      }
      if (!FOR_FIREFOX || heard.error === undefined || heard.redirectedTo !== undefined) return heard;
      const addresses = await resolved(new URL(url).hostname);
      return { ...heard, ...(addresses && { resolved: addresses }) };
    },
    close: () => void hearings.delete(hear),
  };
}

/** What the events have in common; who asked is told as `initiator` by Chromium, as `originUrl` by Firefox. */
interface Details {
  readonly url: string;
  readonly timeStamp: number;
  readonly tabId: number;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
}

/** A page's own service worker asks without a tab, too. */
function isOurs({ tabId, initiator, originUrl }: Details): boolean {
  const { origin } = new URL(browser.runtime.getURL('/popup.html'));
  return tabId === -1 && (initiator ?? originUrl ?? origin).startsWith(origin);
}

const ipOf = (details: object): { ip?: string } =>
  'ip' in details && typeof details.ip === 'string' && details.ip !== '' ? { ip: details.ip } : {};
