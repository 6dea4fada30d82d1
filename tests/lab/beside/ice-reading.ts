import type { Mechanism } from '../../../core/vocabulary.ts';
import { type Claim, NOTHING } from './claim.ts';

/** What a page sees while one peer connection gathers. */
export interface Gathering {
  /** Servers that candidates came from, where the browser tells. */
  readonly candidates: readonly string[];
  readonly errors: readonly IceError[];
  /** False where the page stopped waiting. */
  readonly complete: boolean;
}

export interface IceError {
  readonly url: string;
  readonly code: number;
  readonly text: string;
}

/**
 * The fairest reading: a server is out of reach if it ended with an error of the browser's own and gave neither a candidate nor an answer
 * of its own (a refusal is one), or, over TCP, if no word had come when the page stopped waiting. Calls are blocked if all servers of the
 * service are. Over UDP no word is no error: of servers that say the same only the first shows.
 */
export function callsBy(servers: readonly string[], { candidates, errors, complete }: Gathering): Claim {
  if (servers.length === 0) return NOTHING;
  const readings = servers.map((server) => {
    const own = errors.filter(({ url }) => isSame(url, server));
    const answered = candidates.some((url) => isSame(url, server)) || own.some(({ code }) => code >= 300 && code < 600);
    const isOut = !answered && (own.length > 0 || (!complete && !isUdp(server)));
    return { isOut, own };
  });
  if (readings.some(({ isOut }) => !isOut)) return { says: 'open' };
  const mechanism = mechanismOf(
    servers,
    readings.flatMap(({ own }) => own),
  );
  return { says: 'blocked', ...(mechanism && { mechanism }) };
}

/** Only Chromium's texts tell, and of connections not even those. */
function mechanismOf(servers: readonly string[], errors: readonly IceError[]): Mechanism | undefined {
  if (errors.every(({ text }) => /lookup/i.test(text))) return 'dns.missing';
  return servers.every(isUdp) && errors.every(({ text }) => /timed out/i.test(text)) ? 'udp.timeout' : undefined;
}

const isUdp = (url: string): boolean => !url.startsWith('turns:') && !url.endsWith('transport=tcp');
const isSame = (a: string, b: string): boolean => withTransport(a) === withTransport(b);

/** Browsers write out what the catalogue leaves to the default, and the other way round. */
const withTransport = (url: string): string => {
  const [address = '', query] = url.split('?');
  const usual = address.startsWith('turns:') ? 'transport=tcp' : 'transport=udp';
  return `${address}?${query ?? usual}`;
};
