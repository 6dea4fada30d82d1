import type { CDPSession, Page } from 'puppeteer-core';

/**
 * Stops Chromium's service workers by the command behind the button in DevTools. Puppeteer's `worker.close()` also lets go of the worker's
 * debugging session: if an event has started the worker again by then, it waits for a debugger that is gone, and hears nothing any more.
 */
export function workerStopper(openBlankPage: () => Promise<Page>): () => Promise<void> {
  let opened: Promise<CDPSession> | undefined;
  const open = async () => {
    const session = await (await openBlankPage()).createCDPSession();
    await session.send('ServiceWorker.enable');
    return session;
  };
  return async () => {
    opened ??= open();
    await (await opened).send('ServiceWorker.stopAllWorkers');
  };
}
