import { browser } from 'wxt/browser';
import type { Ears, Heard } from '../probes/web-request.ts';
import { resolved } from './names.ts';

/** An event may come this much after the request's own end, ms: 20 on an idle machine, far more on a loaded one. Only failures wait. */
const LATE_MS = 600;

export type Listener = (heard: Heard & { readonly url: string; readonly at: number; readonly final: boolean }) => void;

/**
 * The extension's own requests as `webRequest` tells them, for hosts whose permission was granted. One set of browser listeners, added in
 * the worker's first turn where the permission is held.
 */
export function earsOf(listeners: Set<Listener>): Ears {
  return {
    listen(url) {
      const since = Date.now() - 5;
      let heard: Heard = {};
      let final = false;
      let wake = () => {};
      const wanted = new Set([url, new URL(url).href]);
      const listener: Listener = ({ url: requested, at, final: isFinal, ...told }) => {
        if (at < since || !wanted.has(requested)) return;
        // Once the page has been read the browser reports our own abort: that is no news.
        if (final) return;
        if (told.redirectedTo) wanted.add(told.redirectedTo);
        heard = { ...heard, ...told };
        final = isFinal;
        if (final) wake();
      };
      listeners.add(listener);
      return {
        async heard() {
          if (!final) {
            await new Promise<void>((resolve) => {
              wake = resolve;
              setTimeout(resolve, LATE_MS);
            });
          }
          if (heard.error === undefined || heard.redirectedTo !== undefined) return heard;
          const addresses = await resolved(new URL(url).hostname);
          return { ...heard, ...(addresses && { resolved: addresses }) };
        },
        close: () => void listeners.delete(listener),
      };
    },
  };
}

/** Registers with the browser; call once, synchronously, in the worker's first turn, and again when the permission is granted. */
export function registerEars(listeners: Set<Listener>): boolean {
  const { webRequest } = browser;
  if (webRequest === undefined) return false;
  const own = { urls: ['<all_urls>'] };
  const tell: Listener = (heard) => {
    for (const listener of listeners) listener(heard);
  };
  const mine = ({ tabId }: { tabId: number }) => tabId === -1;
  webRequest.onBeforeRedirect.addListener((details) => {
    // A redirect without an address is the browser's own upgrade of a preloaded name: nobody answered.
    if (mine(details) && 'ip' in ipOf(details)) {
      tell({
        url: details.url,
        at: details.timeStamp,
        final: false,
        redirectedTo: details.redirectUrl,
        ...ipOf(details),
      });
    }
  }, own);
  webRequest.onResponseStarted.addListener((details) => {
    if (mine(details)) {
      tell({ url: details.url, at: details.timeStamp, final: true, status: details.statusCode, ...ipOf(details) });
    }
  }, own);
  webRequest.onErrorOccurred.addListener((details) => {
    if (mine(details)) {
      tell({ url: details.url, at: details.timeStamp, final: true, error: details.error, ...ipOf(details) });
    }
  }, own);
  return true;
}

const ipOf = (details: object): { ip?: string } =>
  'ip' in details && typeof details.ip === 'string' && details.ip !== '' ? { ip: details.ip } : {};
