import type { Depth, Observation } from '../core/evidence/observation.ts';
import { addressKind } from '../core/network/address.ts';
import type { Mechanism } from '../core/vocabulary.ts';
import { FOR_CHROMIUM, FOR_FIREFOX } from './build.ts';

/**
 * What the browser tells about one request to somebody who may read that host: the difference between "it failed" and "how".
 * Addresses are looked at here and dropped; an observation never carries one.
 */
export interface Heard {
  /** `net::ERR_…` in Chromium, `NS_ERROR_…` or a sentence in Firefox. */
  readonly error?: string;
  readonly ip?: string;
  /** What the resolver gives for the name, where the browser tells (Firefox); empty when it gives nothing. */
  readonly resolved?: readonly string[];
  readonly status?: number;
  /** Where the last redirect led. */
  readonly redirectedTo?: string;
  /** A server of the person's own, which may well live in a network of theirs: a private address is then nobody's lie. */
  readonly isOwn?: true;
}

export interface Hearing {
  /** All that was heard of this request; events may come a little after the request itself has ended. */
  heard(): Promise<Heard>;
  close(): void;
}

export interface Ears {
  /** Starts listening for the next request to `url`. */
  listen(url: string): Hearing;
}

/** For a server of the person's own. */
export const asOwn = (ears: Ears): Ears => ({
  listen(url) {
    const { heard, close } = ears.listen(url);
    return { heard: async () => ({ ...(await heard()), isOwn: true }), close };
  },
});

/** The observation with what was heard put into it. */
export function explain(observation: Observation, heard: Heard): Observation {
  return observation.outcome === 'answered' ? explainAnswer(observation, heard) : explainFailure(observation, heard);
}

/** HTTP 451, "unavailable for legal reasons" (RFC 7725). */
const LEGAL = 451;

function explainAnswer(observation: Observation, { status, ip, redirectedTo }: Heard): Observation {
  const redirected = redirectedTo !== undefined && hostname(redirectedTo) !== hostname(observation.url);
  const seen = {
    ...observation,
    ...(status !== undefined && { status }),
    ...(redirected && { redirected }),
    ...(ip !== undefined && { remote: addressKind(ip) }),
  };
  // A page over plain HTTP is not the service, whatever its name; nor is one that says so itself. What a private address means shows only beside
  // the controls (`core/verdict/reread.ts`).
  const leftTls = redirected && redirectedTo.startsWith('http:');
  // A portal's own page is what the plain-HTTP controls look for.
  if (observation.url.startsWith('https:') && (status === LEGAL || leftTls)) {
    return { ...seen, outcome: 'failed', depth: 'secure', mechanism: 'http.blockpage', code: `http ${status ?? '?'}` };
  }
  return seen;
}

/** The cause lies in this machine or its proxy: nothing was asked of the server. */
const LOCAL =
  /^(net::ERR_(INTERNET_DISCONNECTED|NETWORK_|BLOCKED_BY_|PROXY_|TUNNEL_|SOCKS_|INSUFFICIENT_RESOURCES)|NS_ERROR_(OFFLINE|PROXY_))/;

function explainFailure(observation: Observation, { error, ip, resolved, redirectedTo, isOwn }: Heard): Observation {
  if (error && LOCAL.test(error)) {
    const { mechanism: _, ...rest } = observation;
    return { ...rest, outcome: 'inconclusive', code: code(error) };
  }
  const seen = {
    ...observation,
    ...(error && observation.outcome === 'failed' && { code: code(error) }),
    ...(ip !== undefined && { remote: addressKind(ip) }),
  };
  // The service itself had answered; what failed is the place that it, or somebody in its name, sent us to.
  if (redirectedTo !== undefined) {
    // Over plain HTTP that is a captive portal at work, even if its own page can't be shown.
    const portal = observation.url.startsWith('http:') && {
      outcome: 'answered' as const,
      depth: 'application' as const,
    };
    return { ...seen, depth: 'secure', redirected: true, ...portal };
  }
  const addresses = [...(ip === undefined ? [] : [ip]), ...(resolved ?? [])];
  if (!isOwn && addresses.length > 0 && addresses.every((address) => addressKind(address) === 'private')) {
    return { ...seen, depth: 'none', mechanism: 'dns.poisoned' };
  }
  if (ip === undefined && resolved?.length === 0) return { ...seen, depth: 'none', mechanism: 'dns.missing' };
  return { ...seen, ...diagnose(error, ip, observation.outcome === 'silent') };
}

/** Chromium's codes, measured; the stage that each one proves to have been reached. */
const CHROMIUM: Readonly<Record<string, readonly [Depth, Mechanism]>> = FOR_CHROMIUM
  ? {
      NAME_NOT_RESOLVED: ['none', 'dns.missing'],
      CONNECTION_REFUSED: ['name', 'tcp.reset'],
      CONNECTION_TIMED_OUT: ['name', 'tcp.timeout'],
      ADDRESS_UNREACHABLE: ['name', 'unknown'],
      CONNECTION_RESET: ['transport', 'tls.reset'],
      SOCKET_NOT_CONNECTED: ['transport', 'tls.reset'],
      CONNECTION_CLOSED: ['transport', 'tls.reset'],
      TIMED_OUT: ['transport', 'tls.timeout'],
      SSL_PROTOCOL_ERROR: ['transport', 'unknown'],
      EMPTY_RESPONSE: ['secure', 'unknown'],
    }
  : {};

const FIREFOX: Readonly<Record<string, readonly [Depth, Mechanism]>> = FOR_FIREFOX
  ? {
      NS_ERROR_UNKNOWN_HOST: ['none', 'dns.missing'],
      NS_ERROR_CONNECTION_REFUSED: ['name', 'tcp.reset'],
      NS_ERROR_NET_RESET: ['transport', 'tls.reset'],
      NS_ERROR_NET_INTERRUPT: ['transport', 'tls.reset'],
    }
  : {};

/** Errors come from outside: `toString` is none, though every object has it. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function diagnose(
  error: string | undefined,
  ip: string | undefined,
  silent: boolean,
): { depth: Depth; mechanism: Mechanism } {
  const pair = ([depth, mechanism]: readonly [Depth, Mechanism]) => ({ depth, mechanism });
  if (silent) {
    // Firefox knows the address as soon as it is connected; Chromium says nothing of an unfinished request.
    const firefox = error?.startsWith('NS_') === true;
    if (ip !== undefined) return pair(['transport', 'tls.timeout']);
    return pair(firefox ? ['none', 'tcp.timeout'] : ['none', 'unknown']);
  }
  if (error === undefined) return pair(['none', 'unknown']);
  if (FOR_CHROMIUM) {
    const chromium = /^net::ERR_(.+)$/.exec(error)?.[1];
    if (chromium?.startsWith('CERT_')) return pair(['transport', 'tls.certificate']);
    if (chromium !== undefined) return pair(own(CHROMIUM, chromium) ?? ['none', 'unknown']);
  }
  if (FOR_FIREFOX) {
    const known = own(FIREFOX, error);
    if (known) return pair(known);
    // TLS errors come as sentences, in the person's language: only English is read.
    if (/certificate/i.test(error)) return pair(['transport', 'tls.certificate']);
  }
  return pair([ip === undefined ? 'none' : 'transport', 'unknown']);
}

/** A short word for the technical lines: never a sentence that could hold a host or an address. */
const code = (error: string): string => (/^(net::ERR_|NS_)[A-Z0-9_]{1,60}$/.test(error) ? error : 'tls error');

const hostname = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
};
