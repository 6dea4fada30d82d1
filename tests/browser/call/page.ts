import type { CallProgress, CallTransport, TestCall } from '../../../core/call/call.ts';
import type { Credentials } from '../../../core/own/credentials.ts';
import type { OwnAddress } from '../../../core/own/server.ts';
import { type RunningCall, startCall } from '../../../platform/call.ts';
import { keepSecret } from '../../../platform/secrets.ts';

/** A page that calls as a page of the extension does; it is in the test's copy of the extension only. */

interface Wish {
  readonly addresses: readonly OwnAddress[];
  readonly credentials: Credentials;
  readonly transports: readonly CallTransport[];
}

declare global {
  interface Window {
    call: {
      wish: Wish | null;
      progress: CallProgress[];
      running: RunningCall | null;
      ended: TestCall | null;
    };
  }
}

window.call = { wish: null, progress: [], running: null, ended: null };

// A click, as by a person: without one Firefox holds back all sound.
document.querySelector('button')?.addEventListener('click', async () => {
  const { wish } = window.call;
  if (!wish) return;
  const id = `own-${crypto.randomUUID().slice(0, 8)}`;
  const server = { id, name: id, addresses: wish.addresses };
  await keepSecret(id, wish.credentials);
  const running = startCall(server, wish.transports, (progress) => window.call.progress.push(progress));
  window.call.running = running;
  window.call.ended = await running.ended;
});
