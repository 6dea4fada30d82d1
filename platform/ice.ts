import type { Observation } from '../core/evidence/observation.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { askIce } from '../probes/ice.ts';
import { observe } from '../probes/observe.ts';
import type { Stop } from '../probes/stop.ts';
import { stopped } from '../probes/stop.ts';
import { type OwnQuestion, sendMessage } from './messages.ts';
import { borrowOffscreen, lendsOffscreen } from './offscreen.ts';

/**
 * Where WebRTC lives in this browser: here (Firefox's background page), or in the hidden page (Chromium's worker has none). Servers of the
 * person's own are asked by the hidden page in both: it alone knows their credentials.
 */
export interface Ice {
  ask(url: string, signal: AbortSignal, own?: OwnQuestion): Promise<Observation>;
  /** Gives back what the round needed. */
  close(): Promise<void>;
}

export const openIce = (salt: string): Ice => (FOR_FIREFOX && !lendsOffscreen() ? iceHere(salt) : iceOffscreen(salt));

export function iceHere(salt: string): Ice {
  const page = iceOffscreen(salt);
  return {
    ask: (url, signal, own) => (own ? page.ask(url, signal, own) : askIce(url, salt, signal)),
    close: page.close,
  };
}

export function iceOffscreen(salt: string): Ice {
  const page = borrowOffscreen();
  return {
    close: page.close,
    async ask(url, signal, own) {
      const observation = own?.kind === 'sip' ? observe(url, 'sip') : observe(url);
      const notAsked = (code: string) => observation({ outcome: 'inconclusive', code });
      const id = crypto.randomUUID();
      const stop = () => void sendMessage('probeStop', { id, reason: signal.reason as Stop }).catch(() => {});
      try {
        await page.open();
        if (signal.aborted) return notAsked(stopped(signal).code);
        signal.addEventListener('abort', stop);
        return await sendMessage('probe', { id, url, salt, ...(own && { own }) });
      } catch (error) {
        // The page crashed or could not be opened: nothing is known about the server.
        return notAsked(error instanceof Error ? error.name : 'error');
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
