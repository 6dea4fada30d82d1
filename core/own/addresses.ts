import { hostOf } from '../catalogue/endpoint.ts';
import { iceTakes, webTakes } from './ports.ts';
import { isProblem, type Problem, type ProblemId, problem } from './problems.ts';
import type { OwnAddress } from './server.ts';

/**
 * Reads one address as people write it:
 *
 *     turn:relay.example:443?transport=tcp     RFC 7065; UDP and port 3478 unless said otherwise
 *     turns:relay.example                      over TLS; port 5349
 *     stun:relay.example                       RFC 7064; port 3478
 *     https://meet.example/config.js           anything on the web
 *     wss://pbx.example:8089/ws                SIP over WebSocket, as is `sip wss://…` or `sip+wss://…`
 *     web wss://push.example/socket            a WebSocket that speaks something else
 *
 * A `wss://` address does not show what is spoken there. Who types one here mostly has it from a SIP server, so that is what it means alone;
 * the other meaning has a word of its own, and nothing is guessed from paths or ports.
 */
export function readAddress(text: string): OwnAddress | Problem {
  const raw = trimmed(text);
  if (raw === '') return problem('empty');
  const [, word, rest = raw] = /^(sip|web)(?:\+|:\s*|\s+)(?=[a-z]+:\/\/)(.*)$/isu.exec(raw) ?? [];
  try {
    return addressOf(rest, word?.toLowerCase() as 'sip' | 'web' | undefined);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return problem(error.id, withoutSecrets(rest));
  }
}

/** What reads as the same address. */
export const addressText = ({ kind, url }: OwnAddress): string =>
  kind === 'web' && url.startsWith('wss:') ? `web ${url}` : url;

export type Completable = 'jitsi' | 'matrix' | 'nextcloud';

/** Paths that answer everybody on a usual installation. */
const PATHS: Record<Completable, string> = {
  jitsi: '/config.js',
  matrix: '/.well-known/matrix/client',
  nextcloud: '/status.php',
};

/** The address to ask of a Jitsi, Matrix or Nextcloud server, of which people know the name: `@me:matrix.example`, `cloud.example/nextcloud`. */
export function completeAddress(kind: Completable, host: string): OwnAddress | Problem {
  const typed = trimmed(host);
  const bare = kind === 'matrix' ? typed.replace(/^[@#!][^:]*:/, '') : typed;
  const address = readAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : bare && `https://${bare}`);
  if (isProblem(address)) return address;
  if (!address.url.startsWith('https:')) return problem('unknown-kind', withoutSecrets(bare));
  const url = new URL(address.url);
  // Nextcloud may live in a folder; the other two are asked at the top.
  const folder = kind === 'nextcloud' ? url.pathname.replace(/\/(index\.php.*|status\.php)?$/, '') : '';
  return readAddress(`${url.origin}${folder}${PATHS[kind]}`);
}

class Wrong extends Error {
  readonly id: ProblemId;
  constructor(id: ProblemId) {
    super(id);
    this.id = id;
  }
}

const MAX_LENGTH = 300;

function addressOf(text: string, word: 'sip' | 'web' | undefined): OwnAddress {
  if (text.length > MAX_LENGTH) throw new Wrong('address-too-long');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? '';
  switch (scheme) {
    case 'https':
    case 'wss': {
      const kind = word ?? (scheme === 'wss' ? 'sip' : 'web');
      if (kind === 'sip' && scheme !== 'wss') throw new Wrong('sip-needs-wss');
      return { kind, url: webUrl(scheme, text) };
    }
    case 'stun':
      return { kind: 'stun', url: iceUrl(scheme, text) };
    case 'turn':
    case 'turns':
      return { kind: 'turn', url: iceUrl(scheme, text) };
    case 'stuns':
      throw new Wrong('stuns');
    case 'ws':
    case 'http':
      throw new Wrong('insecure');
    case 'sip':
    case 'sips':
    case 'tel':
      throw new Wrong('sip-uri');
    default:
      throw new Wrong(/^(\[[^\]\s]*\]|[^\s:/?#@]+)(:\d+)?([/?#]\S*)?$/u.test(text) ? 'no-kind' : 'unknown-kind');
  }
}

function webUrl(scheme: string, text: string): string {
  const { host, port, path } = split(text, /^[a-z]+:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i);
  if (port !== undefined && !webTakes(port)) throw new Wrong('port-refused');
  const url = new URL(`${scheme}://${host}${port === undefined ? '' : `:${port}`}${path}`).href;
  if (url.length > MAX_LENGTH) throw new Wrong('address-too-long');
  return url;
}

function iceUrl(scheme: 'stun' | 'turn' | 'turns', text: string): string {
  if (/^[a-z]+:\/\//i.test(text)) throw new Wrong('slashes');
  // A password may hold anything that divides an address.
  if (text.includes('@')) throw new Wrong('credentials-inside');
  const [address = '', transport] = scheme === 'stun' ? [text] : text.split(/\?transport=(udp|tcp)$/i);
  const {
    host,
    port = scheme === 'turns' ? 5349 : 3478,
    path,
  } = split(address, /^[a-z]+:([^/?#]*)(\/[^?#]*)?(\?[^#]*)?(#.*)?$/i);
  if (path) throw new Wrong('path');
  if (!iceTakes(port)) throw new Wrong('port-refused');
  if (scheme !== 'turns') {
    return `${scheme}:${host}:${port}${scheme === 'turn' ? `?transport=${transport?.toLowerCase() ?? 'udp'}` : ''}`;
  }
  if (transport?.toLowerCase() === 'udp') throw new Wrong('dtls');
  return `turns:${host}:${port}`;
}

/** @param grammar its groups: authority, path, query, fragment */
function split(text: string, grammar: RegExp) {
  if (/[\p{C}\p{Z}\\]/u.test(text)) throw new Wrong('characters');
  const [, authority = '', path = '', query, fragment] = grammar.exec(text) ?? [];
  if (authority.includes('@')) throw new Wrong('credentials-inside');
  if (query !== undefined) throw new Wrong('query');
  if (fragment !== undefined) throw new Wrong('fragment');
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::([^:]*))?$/.exec(authority) ?? [];
  return { host: readHost(host), port: port === undefined ? undefined : readPort(port), path };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) throw new Wrong('port');
  return port;
}

/** Lower case, punycode; an address literal in its usual form. */
function readHost(text: string): string {
  const name = text.replace(/(?<=[^.])\.$/, '');
  const url = `https://${name}/`;
  if (name.includes('%') || !URL.canParse(url)) throw new Wrong('host');
  const host = new URL(url).hostname;
  if (host.startsWith('[')) return host;
  // `0x7f.1` and `2130706433` are 127.0.0.1 to a browser, and a riddle to people.
  if (/^[\d.]+$/.test(host) && host !== name) throw new Wrong('host');
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label))) throw new Wrong('host');
  return host;
}

/** Copied text brings blanks, line ends and byte order marks along. */
const trimmed = (text: string): string => text.replaceAll(/^[\p{C}\p{Z}]+|[\p{C}\p{Z}]+$/gu, '');

/** Without what stands before an `@`, what a query or fragment says, and what is called a password. */
const withoutSecrets = (text: string): string =>
  text
    .replace(/^([a-z][a-z\d+.-]*:(?:\/\/)?|).*@/isu, '$1…@')
    .replace(/([?#])(?!transport=\w*$).+$/su, '$1…')
    .replace(/((?:pass|pwd|secret|credential|token|key)[^:=]{0,20}[:=]).+$/isu, '$1…');

/** A name for a server nobody has named yet. */
export const suggestedName = ([first]: readonly OwnAddress[]): string => (first ? hostOf(first.url).slice(0, 60) : '');
