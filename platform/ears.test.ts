import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Extension, extension, lend, OWN_ORIGIN } from '../probes/testing/extension.ts';
import type { Hearing } from '../probes/web-request.ts';
import { openEars } from './ears.ts';

const URL = 'https://web.example/';
const REMOTE = '203.0.113.10';

let browser: Extension;
let ears: NonNullable<ReturnType<typeof openEars>>;
beforeEach(() => {
  vi.useFakeTimers();
  browser = extension();
  ears = opened();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(): typeof ears {
  const made = openEars();
  if (made === null) throw new Error('webRequest is there');
  return made;
}
const details = (more: object) => ({ url: URL, tabId: -1, timeStamp: Date.now(), type: 'xmlhttprequest', ...more });
const responds = (more: object = {}) =>
  browser.webRequest.onResponseStarted.fire(details({ statusCode: 200, ip: REMOTE, ...more }));
const fails = (error: string, more: object = {}) =>
  browser.webRequest.onErrorOccurred.fire(details({ error, ...more }));
const redirects = (redirectUrl: string, more: object = {}) =>
  browser.webRequest.onBeforeRedirect.fire(details({ redirectUrl, statusCode: 302, ip: REMOTE, ...more }));

/** What was heard once nobody waits any longer, and how long that took. */
async function heard(hearing: Hearing) {
  const began = Date.now();
  const answer = hearing.heard().then((told) => ({ told, ms: Date.now() - began }));
  await vi.advanceTimersByTimeAsync(5_000);
  return answer;
}

describe('of a request of ours', () => {
  test('the status and the address are heard', async () => {
    const hearing = ears.listen(URL);
    responds();
    expect(await heard(hearing)).toEqual({ told: { status: 200, ip: REMOTE }, ms: 0 });
  });

  test('the error is heard, with the address where there was a connection', async () => {
    const hearing = ears.listen(URL);
    fails('NS_ERROR_NET_RESET', { ip: REMOTE });
    expect((await heard(hearing)).told).toEqual({ error: 'NS_ERROR_NET_RESET', ip: REMOTE });
  });

  test('an address that the browser leaves empty is none', async () => {
    const hearing = ears.listen(URL);
    fails('net::ERR_FAILED', { ip: '' });
    expect((await heard(hearing)).told).toEqual({ error: 'net::ERR_FAILED' });
  });

  test('news that come a little late are waited for', async () => {
    const hearing = ears.listen(URL);
    setTimeout(() => fails('net::ERR_CONNECTION_RESET'), 100);
    expect(await heard(hearing)).toEqual({ told: { error: 'net::ERR_CONNECTION_RESET' }, ms: 100 });
  });

  test('news that never come are not waited for long', async () => {
    const hearing = ears.listen(URL);
    const { told, ms } = await heard(hearing);
    expect(told).toEqual({});
    expect(ms).toBeLessThanOrEqual(600);
  });

  test('our own abort after the answer is no news', async () => {
    const hearing = ears.listen(URL);
    responds();
    fails('net::ERR_ABORTED');
    expect((await heard(hearing)).told).toEqual({ status: 200, ip: REMOTE });
  });

  test('a redirect is followed to where it leads', async () => {
    const hearing = ears.listen(URL);
    redirects('http://gateway.example/');
    responds({ url: 'http://gateway.example/', ip: '10.0.0.1' });
    expect((await heard(hearing)).told).toEqual({
      status: 200,
      ip: '10.0.0.1',
      redirectedTo: 'http://gateway.example/',
    });
  });

  test('the browser’s own upgrade to TLS is no redirect: nobody answered it', async () => {
    const hearing = ears.listen('http://web.example/');
    redirects(URL, { url: 'http://web.example/', statusCode: 307, ip: undefined });
    expect((await heard(hearing)).told).toEqual({});
  });

  test('an address without a path is the same as with one', async () => {
    const hearing = ears.listen('https://web.example');
    responds();
    expect((await heard(hearing)).told.status).toBe(200);
  });
});

describe('of a request that failed', () => {
  beforeEach(() => lend('dns', { resolve: async () => ({ addresses: ['10.66.0.1'] }) }));

  test('the addresses of the name are told where the browser tells them', async () => {
    const hearing = ears.listen(URL);
    fails('NS_ERROR_CONNECTION_REFUSED');
    expect((await heard(hearing)).told).toEqual({ error: 'NS_ERROR_CONNECTION_REFUSED', resolved: ['10.66.0.1'] });
  });

  test('after a redirect the name is not looked up: it had answered', async () => {
    const hearing = ears.listen(URL);
    redirects('http://gateway.example/');
    fails('NS_ERROR_NET_RESET', { url: 'http://gateway.example/' });
    expect((await heard(hearing)).told).not.toHaveProperty('resolved');
  });

  test('no name is looked up for one that answered', async () => {
    const hearing = ears.listen(URL);
    responds();
    expect((await heard(hearing)).told).toEqual({ status: 200, ip: REMOTE });
  });
});

describe('nothing is heard', () => {
  test.for<[string, () => void]>([
    ['of the person’s own tabs', () => responds({ tabId: 7 })],
    ['of another address', () => responds({ url: 'https://other.example/' })],
    ['of a request before this one', () => responds({ timeStamp: Date.now() - 1_000 })],
  ])('%s', async ([, happens]) => {
    const hearing = ears.listen(URL);
    happens();
    expect((await heard(hearing)).told).toEqual({});
  });

  test('once listening for it has ended', async () => {
    const hearing = ears.listen(URL);
    hearing.close();
    responds();
    expect((await heard(hearing)).told).toEqual({});
  });

  test('where the browser does not let us', () => {
    lend('webRequest', undefined);
    expect(openEars()).toBeNull();
  });
});

describe('who asked', () => {
  test.for<[string, object]>([
    ['Chromium', { initiator: OWN_ORIGIN }],
    ['Firefox', { originUrl: `${OWN_ORIGIN}/_generated_background_page.html` }],
    ['a browser that does not tell', {}],
  ])('is ourselves, in %s', async ([, by]) => {
    const hearing = ears.listen(URL);
    responds(by);
    expect((await heard(hearing)).told.status).toBe(200);
  });

  test.for<[string, object]>([
    ['Chromium', { initiator: 'https://web.example' }],
    ['Firefox', { originUrl: 'https://web.example/sw.js' }],
  ])('is a page’s own service worker, which has no tab either, in %s: nothing is heard', async ([, by]) => {
    const hearing = ears.listen(URL);
    responds(by);
    redirects('http://gateway.example/', by);
    fails('net::ERR_FAILED', by);
    expect((await heard(hearing)).told).toEqual({});
  });
});

describe('the browser', () => {
  const events = () => Object.values(browser.webRequest);

  test('is asked for requests of the kinds that we make, and for no page or picture of the person’s', () => {
    for (const { filters } of events()) {
      expect(filters).toEqual([{ urls: ['<all_urls>'], types: ['xmlhttprequest', 'websocket'] }]);
    }
  });

  test('tells nothing any more once the ears are closed: no visit of the person’s wakes the worker', () => {
    ears.close();
    expect(events().map(({ listeners }) => listeners.length)).toEqual([0, 0, 0]);
  });

  test('tells others that are still open', async () => {
    const others = opened();
    ears.close();
    const hearing = others.listen(URL);
    responds();
    expect((await heard(hearing)).told.status).toBe(200);
  });
});
