import { controlRecords, serviceRecords } from '../../../core/catalogue/files.ts';
import type { StatusFeed } from '../../../core/catalogue/runtime.ts';
import { addressBook, OWN_HOSTS, untwin } from '../addresses.ts';
import { allHostsBeside } from '../beside/hosts.ts';
import { MIRROR_URLS, MOVED_RELAY, NEWCOMER } from '../feed/hosts.ts';

/**
 * What the world has to serve, derived from the catalogue, what others ask besides (`beside/hosts.ts`), the feed (`feed/hosts.ts`), and the person's own hosts. Every record counts, also
 * those that the product never contacts: a contact with one of them has to show under its name.
 */
export interface RelayEndpoint {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly turn: boolean;
}

export interface WebEndpoint {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly kind: 'http' | 'https' | 'wss';
  readonly path: string;
  /** What a healthy answer looks like, in the catalogue's words or as a control's status and text. */
  readonly expect: string;
  readonly text?: string;
}

export interface Feed {
  readonly service: string;
  readonly format: StatusFeed['format'] | 'other';
  /** The name of what it speaks of. */
  readonly component: string;
  /** Does not allow everybody to read it. */
  readonly closed: boolean;
}

export interface Plan {
  /** Address of every host. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly relays: readonly RelayEndpoint[];
  readonly web: readonly WebEndpoint[];
  /** Status feeds by host and path. */
  readonly feeds: ReadonlyMap<string, Feed>;
  /** Names that a service uses as a flag in DNS. */
  readonly flags: ReadonlyMap<string, string>;
}

let known: Plan | undefined;

/** The plan of the catalogue as it stands on disk. */
export function plan(): Plan {
  known ??= derive();
  return known;
}

function derive(): Plan {
  const relays = new Map<string, RelayEndpoint>();
  const web = new Map<string, WebEndpoint>();
  const feeds = new Map<string, Feed>();
  const flags = new Map<string, string>();

  const add = (url: string, expect = '200', text?: string) => {
    const relay = relayOf(url);
    if (relay) relays.set(url, relay);
    else if (!web.has(url) || text !== undefined) web.set(url, webOf(url, expect, text));
  };

  for (const { url, expect } of controlRecords()) add(url, String(expect?.status ?? 200), expect?.text);
  for (const { id, name, endpoints, statusFeeds } of serviceRecords()) {
    for (const { url, expect } of endpoints) add(url, expect);
    for (const { url, format, component = name, needsAccess: closed = false } of statusFeeds) {
      if (url.startsWith('doh:')) flags.set(url.slice('doh:'.length), id);
      else {
        add(url);
        const { host, path } = webOf(url, '');
        feeds.set(host + path, { service: id, format, component, closed });
      }
    }
  }
  for (const { url, expect } of allHostsBeside()) add(url, expect);
  for (const url of MIRROR_URLS) add(url, '404');
  for (const url of [NEWCOMER.web, NEWCOMER.relay, MOVED_RELAY]) add(url);
  const book = addressBook([...relays.values(), ...web.values()].map(({ host }) => host));
  add('https://home.own.example/');
  const addresses = new Map([...book, ...Object.entries(OWN_HOSTS)]);
  return { addresses, relays: [...relays.values()], web: [...web.values()], feeds, flags };
}

/** `stun:host:port`, `turn:host:port?transport=udp|tcp`, `turns:host:port`. */
function relayOf(url: string): RelayEndpoint | null {
  const [, scheme, host, port, over] = /^(stun|turns?):([^:?]+):(\d+)(?:\?transport=(udp|tcp))?$/.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const transport = scheme === 'turns' ? 'tls' : over === 'tcp' ? 'tcp' : 'udp';
  return { url, host, port: Number(port), transport, turn: scheme !== 'stun' };
}

function webOf(url: string, expect: string, text?: string): WebEndpoint {
  const { protocol, hostname, port, pathname } = new URL(url.replace('{name}', 'example.org'));
  const kind = protocol === 'wss:' ? 'wss' : protocol === 'http:' ? 'http' : 'https';
  const usual = kind === 'http' ? 80 : 443;
  return {
    url,
    host: hostname,
    port: Number(port) || usual,
    kind,
    path: pathname,
    expect,
    ...(text !== undefined && { text }),
  };
}

/** Every address of a host, for rules and logs. */
export function addressOf(host: string): string {
  const address = plan().addresses.get(host);
  if (address === undefined) throw new Error(`${host} is no host of this world`);
  return address;
}

export function hostAt(address: string): string | undefined {
  const own = untwin(address);
  for (const [host, at] of plan().addresses) if (at === own) return host;
  return undefined;
}
