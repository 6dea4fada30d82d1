import type { Observation } from '../core/evidence/observation.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { askIce } from '../probes/ice.ts';
import { observe } from '../probes/observe.ts';
import type { Stop } from '../probes/stop.ts';
import { stopped } from '../probes/stop.ts';
import { sendMessage } from './messages.ts';
import { borrowOffscreen, lendsOffscreen } from './offscreen.ts';

/** Where WebRTC lives in this browser: here (Firefox's background page), or in the offscreen page (Chromium's worker has none). */
export interface Ice {
  ask(url: string, signal: AbortSignal): Promise<Observation>;
  /** Gives back what the round needed. */
  close(): Promise<void>;
}

export const openIce = (salt: string): Ice => (FOR_FIREFOX && !lendsOffscreen() ? iceHere(salt) : iceOffscreen(salt));

export function iceHere(salt: string): Ice {
  return { ask: (url, signal) => askIce(url, salt, signal), close: async () => {} };
}

export function iceOffscreen(salt: string): Ice {
  const page = borrowOffscreen();
  return {
    close: page.close,
    async ask(url, signal) {
      const observation = observe(url);
      const notAsked = (code: string) => observation({ outcome: 'inconclusive', code });
      const id = crypto.randomUUID();
      const stop = () => void sendMessage('iceStop', { id, reason: signal.reason as Stop }).catch(() => {});
      try {
        await page.open();
        if (signal.aborted) return notAsked(stopped(signal).code);
        signal.addEventListener('abort', stop);
        return await sendMessage('iceProbe', { id, url, salt });
      } catch (error) {
        // The page crashed or could not be opened: nothing is known about the server.
        return notAsked(error instanceof Error ? error.name : 'error');
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
