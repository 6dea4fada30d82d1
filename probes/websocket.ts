import type { Observation, Outcome } from '../core/evidence/observation.ts';
import { observe } from './observe.ts';
import { stopped } from './stop.ts';

/** Firefox's close code for a handshake that failed at the certificate. */
export const TLS_HANDSHAKE = 1015;

/**
 * Asks for a WebSocket. It can say yes, and little else: a refusal of our origin, a broken name and a block all close with 1006, so a
 * failure counts only where the same endpoint has opened before.
 */
export function askWebSocket(url: string, signal: AbortSignal): Promise<Observation> {
  const observation = observe(url);
  return new Promise((resolve) => {
    let socket: WebSocket | undefined;
    const settle = (seen: Partial<Observation> & { outcome: Outcome }) => {
      signal.removeEventListener('abort', onAbort);
      socket?.close();
      resolve(observation(seen));
    };
    const onAbort = () => {
      const end = stopped(signal);
      settle(end.outcome === 'silent' ? { ...end, mechanism: 'unknown' } : end);
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort);
    try {
      socket = new WebSocket(url);
    } catch (error) {
      return settle({ outcome: 'inconclusive', code: error instanceof Error ? error.name : 'error' });
    }
    socket.addEventListener('open', () => settle({ outcome: 'answered', code: '101' }));
    socket.addEventListener('close', ({ code }) =>
      settle({
        outcome: 'failed',
        code: String(code),
        mechanism: code === TLS_HANDSHAKE ? 'tls.certificate' : 'unknown',
      }),
    );
  });
}
