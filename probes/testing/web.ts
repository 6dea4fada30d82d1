import { vi } from 'vitest';
import type { Ears, Heard } from '../web-request.ts';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
const install = (fake: Fetch) => {
  const fetch = vi.fn(fake);
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

/** Every server answers, `ms` after the question. */
export const answering = (ms = 0) =>
  install(async () => {
    if (ms > 0) await sleep(ms);
    return Response.error();
  });

/** Every request fails at once, as the browser tells it to somebody without host permission. */
export const refusing = () => install(() => Promise.reject(new TypeError('Failed to fetch')));

/** No server answers: the request ends when it is aborted. */
export const never = () =>
  install(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  );

/** Bodies by address; what is not listed fails. */
export function serving(pages: Readonly<Record<string, BodyInit | Response>>) {
  return install(async (url) => {
    const page = pages[url];
    if (page === undefined) throw new TypeError('Failed to fetch');
    return page instanceof Response ? page : new Response(page);
  });
}

/** Ears that hear the same of every request, `ms` after it has ended. */
export function hearing(heard: Heard, ms = 0) {
  const close = vi.fn();
  const listen = vi.fn<Ears['listen']>(() => ({
    heard: async () => {
      if (ms > 0) await sleep(ms);
      return heard;
    },
    close,
  }));
  return { listen, close };
}
