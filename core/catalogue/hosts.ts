import { feedUrls } from './consent.ts';
import { hostOf, type Scheme, schemeOf, transportOf } from './endpoint.ts';
import type { Control, DohServer, Service } from './runtime.ts';

/** Every host that the extension may contact, why, and when: the table of `docs/privacy.md`, and its test. */

export type Moment =
  /** A control: asked by every check. */
  | 'always'
  /** A service that is checked unless the person drops it. */
  | 'default'
  /** A service that is checked if the person chooses it. */
  | 'chosen'
  /** Where a service says whether it is down itself: read only after the service has failed here. */
  | 'after-failure'
  /** The same, where only host access lets it be read. */
  | 'after-failure-with-access'
  /** A mirror of the catalogue: asked for a newer edition. */
  | 'daily';

export interface Contact {
  readonly host: string;
  /** `UDP 3478`, `TLS 443`, `TLS 443 (WebSocket)`. */
  readonly ports: readonly string[];
  /** `control`, `catalogue`, or the name of the service. */
  readonly purpose: string;
  readonly moment: Moment;
  /** Who runs the host, where it is not the service itself. */
  readonly operator?: string;
}

export interface Catalogue {
  readonly services: readonly Service[];
  readonly controls: readonly Control[];
  readonly doh: readonly DohServer[];
  /** Where newer editions of all this are fetched. */
  readonly mirrors?: readonly string[];
}

const MOMENTS: readonly Moment[] = [
  'always',
  'default',
  'chosen',
  'after-failure',
  'after-failure-with-access',
  'daily',
];

/** One contact for each host and purpose, in the order of the moments, then by purpose and host. */
export function contacts({ services, controls, doh, mirrors = [] }: Catalogue): Contact[] {
  const dnsServers = doh.map(({ url }) => url);
  const rows = [
    ...controls.map(({ url }) => ({ url, purpose: 'control', moment: 'always' as const })),
    ...services.flatMap(({ name, isDefault, endpoints }) =>
      endpoints.map(({ url }) => ({
        url,
        purpose: name,
        moment: isDefault ? ('default' as const) : ('chosen' as const),
      })),
    ),
    ...services.flatMap(({ name, statusFeeds }) =>
      statusFeeds.flatMap(({ url, needsAccess }) =>
        feedUrls(url, dnsServers).map((url) => ({
          url,
          purpose: name,
          moment: needsAccess ? ('after-failure-with-access' as const) : ('after-failure' as const),
        })),
      ),
    ),
    ...mirrors.map((url) => ({ url, purpose: 'catalogue', moment: 'daily' as const })),
  ];
  const operators = new Map([...doh, ...controls].map(({ url, operator }) => [hostOf(url), operator]));

  const merged = new Map<string, Contact>();
  for (const { url, purpose, moment } of rows) {
    const host = hostOf(url);
    const key = [moment, purpose, host].join(' ');
    const ports = [...new Set([...(merged.get(key)?.ports ?? []), portOf(url)])].sort();
    const operator = operators.get(host);
    merged.set(key, { host, ports, purpose, moment, ...(operator && { operator }) });
  }
  return [...merged.values()].sort(
    (a, b) =>
      MOMENTS.indexOf(a.moment) - MOMENTS.indexOf(b.moment) ||
      a.purpose.localeCompare(b.purpose, 'en') ||
      a.host.localeCompare(b.host, 'en'),
  );
}

/** Every STUN and TURN address names its port: the schema sees to it. */
const DEFAULT_PORTS: Partial<Record<Scheme, string>> = { http: '80', https: '443', wss: '443' };

function portOf(url: string): string {
  const scheme = schemeOf(url);
  const port = /:(\d+)(?=[/?]|$)/.exec(url)?.[1] ?? DEFAULT_PORTS[scheme];
  // Named, because a browser sends more with a WebSocket than an extension can leave out: see docs/privacy.md.
  return `${transportOf(url).toUpperCase()} ${port}${scheme === 'wss' ? ' (WebSocket)' : ''}`;
}

const WHEN: Record<Moment, string> = {
  always: 'every check',
  default: 'every check, unless you drop the service',
  chosen: 'every check, if you choose the service',
  'after-failure': 'only after the service has failed here',
  'after-failure-with-access': 'only after the service has failed here, and with host access',
  daily: 'once a day, after a check, unless you turn updates off',
};

/** The contacts as a Markdown table. */
export function hostsTable(list: readonly Contact[]): string {
  const rows = list.map(({ host, ports, purpose, moment, operator }) =>
    [`\`${host}\``, ports.join(', '), purpose, WHEN[moment], operator ?? ''].join(' | '),
  );
  return ['Host | Ports | For | When | Run by', '--- | --- | --- | --- | ---', ...rows]
    .map((row) => `| ${row} |`.replace('|  |', '| |'))
    .join('\n');
}

export const HOSTS_BEGIN = '<!-- hosts:begin -->';
export const HOSTS_END = '<!-- hosts:end -->';

/** The page with its table replaced; throws when the page has no place for one. */
export function withHostsTable(page: string, table: string): string {
  const [before, rest] = page.split(HOSTS_BEGIN);
  const after = rest?.split(HOSTS_END)[1];
  if (after === undefined) throw new Error(`the page has no ${HOSTS_BEGIN} … ${HOSTS_END}`);
  return `${before}${HOSTS_BEGIN}\n\n${table}\n\n${HOSTS_END}${after}`;
}
