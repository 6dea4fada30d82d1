import type { Observation } from '../core/evidence/observation.ts';
import { hear, type OptionsQuestion, optionsRequest } from '../core/sip/options.ts';
import { FOR_CHROMIUM } from './build.ts';
import { observe, type Seen } from './observe.ts';
import { stopped } from './stop.ts';
import { askWebSocket, TLS_HANDSHAKE } from './websocket.ts';

const PROTOCOL = 'sip';
/** The close code of a connection that was never opened, or broke off. */
const NO_CLOSE = 1006;
/** A handshake with a trusted server has come through. */
const OPENED: Partial<Seen> = { depth: 'secure' };

/**
 * Asks a SIP server whether it is there: an OPTIONS request over a WebSocket (RFC 7118). Any final response shows a living server, also one
 * that wants a password or does not know the method. Nothing is registered, nobody is called, and no password is ever sent.
 *
 * Codes of its own: `no-sub-protocol` for a WebSocket that does not speak SIP, `not-sip` for one that says it does and answers otherwise.
 */
export function askSip(url: string, signal: AbortSignal): Promise<Observation> {
  const observation = observe(url, 'sip');
  return new Promise((resolve) => {
    let socket: WebSocket | undefined;
    let question: OptionsQuestion | undefined;
    let askedAt = 0;
    const over = new AbortController();
    const settle = (seen: Seen) => {
      over.abort();
      socket?.close();
      resolve(observation(seen));
    };
    const fail = (code: string, more: Partial<Seen> = {}) =>
      settle({ outcome: 'failed', code, mechanism: 'unknown', ...more });
    const onAbort = () => {
      const end = stopped(signal);
      settle(end.outcome === 'silent' ? { ...end, mechanism: 'unknown', ...(question && OPENED) } : end);
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { signal: over.signal });
    try {
      socket = new WebSocket(url, PROTOCOL);
    } catch (error) {
      return settle({ outcome: 'inconclusive', code: error instanceof Error ? error.name : 'error' });
    }
    socket.binaryType = 'arraybuffer';
    const on = <Type extends keyof WebSocketEventMap>(type: Type, listener: (event: WebSocketEventMap[Type]) => void) =>
      socket?.addEventListener(type, listener, { signal: over.signal });
    on('open', () => {
      if (socket?.protocol !== PROTOCOL) return fail('no-sub-protocol', OPENED);
      question = newQuestion(new URL(url).hostname);
      askedAt = performance.now();
      socket.send(optionsRequest(question));
    });
    on('message', ({ data }) => {
      const heard = question ? hear(question, data) : null;
      if (heard === 'not-sip') return fail(heard, OPENED);
      if (heard === null) return;
      settle({ outcome: 'answered', code: String(heard), roundTripMs: Math.round(performance.now() - askedAt) });
    });
    on('close', async ({ code }) => {
      if (code === TLS_HANDSHAKE) return fail(String(code), { mechanism: 'tls.certificate' });
      // Any other code was sent by the server; Firefox does not always tell before that the WebSocket was open.
      if (question || code !== NO_CLOSE) return fail(String(code), OPENED);
      // Chromium itself ends a WebSocket whose server has not chosen the sub-protocol, and says no more than of a block.
      const opens = FOR_CHROMIUM && (await askWebSocket(url, signal)).outcome === 'answered';
      if (opens) fail('no-sub-protocol', OPENED);
      else fail(String(code));
    });
  });
}

/** A new one every time, so that no answer is taken for another's. */
function newQuestion(host: string): OptionsQuestion {
  const random = () => crypto.randomUUID().replaceAll('-', '');
  return { host, branch: random(), tag: random(), callId: random(), client: random() };
}
