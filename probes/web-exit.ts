import { parseLiteral } from '../core/network/literal.ts';
import { readText } from './read-body.ts';

/** Where Cloudflare says from which address a web request has reached it. The host is one of the HTTPS controls: nobody new is asked. */
export const TRACE = 'https://cp.cloudflare.com/cdn-cgi/trace';

const PATIENCE_MS = 3_000;
/** It is a few hundred bytes. */
const MAX_BYTES = 4_000;

/** How web requests leave this network. In memory only: looked up, compared and dropped. */
export interface WebExit {
  readonly address: string;
  /** Cloudflare's VPN is on. */
  readonly warp: boolean;
}

/** Needs the host permission that *explain* asks for. Null when nothing trustworthy comes back; never rejects. */
export async function askWebExit(): Promise<WebExit | null> {
  try {
    const response = await fetch(TRACE, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok && response.body ? parseTrace(await readText(response.body, MAX_BYTES)) : null;
  } catch {
    return null;
  }
}

/** Lines of `key=value`. */
function parseTrace(text: string): WebExit | null {
  const address = /^ip=(.*)$/m.exec(text)?.[1] ?? '';
  return parseLiteral(address) && { address, warp: /^warp=(on|plus)$/m.test(text) };
}
