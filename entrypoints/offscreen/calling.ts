import type { Browser } from 'wxt/browser';
import { runCalls } from '../../platform/calls.ts';
import type { Answer, Asked } from '../../platform/ports.ts';

/** Makes the calls that a page asks for over a port (platform/call.ts), until that page is gone. */
export function serveCalls(port: Browser.runtime.Port): void {
  const gone = new AbortController();
  const { signal } = gone;
  const answer = (message: Answer) => {
    if (!isClosed) port.postMessage(message);
  };
  let isClosed = false;
  port.onDisconnect.addListener(() => {
    isClosed = true;
    gone.abort();
  });
  port.onMessage.addListener((asked: Asked) => {
    if (asked === 'cancel') gone.abort();
    else {
      void runCalls({ ...asked, signal, onProgress: (progress) => answer({ progress }) }).then((ended) =>
        answer({ ended }),
      );
    }
  });
  answer('ready');
}
