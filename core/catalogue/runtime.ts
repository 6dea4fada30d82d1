import type { EndpointHealth } from './health.ts';
import type { ControlRecord, ServiceRecord } from './schema.ts';

/** What the product reads of the catalogue: the data files less their provenance. */

export interface Endpoint {
  readonly url: string;
  readonly role: 'signalling' | 'call-setup' | 'media';
  /** Its silence counts without an earlier answer. */
  readonly verified: boolean;
  /** When the document or source that verifies it was written or checked, `2026-10` or `2026-10-28`. */
  readonly verifiedOn?: string;
  /** What the health record says of it. */
  readonly health?: EndpointHealth;
  /** Fails in every browser even where nothing is blocked. */
  readonly refusesBrowsers?: true;
  /** A WebSocket that is asked by a SIP request (RFC 7118). */
  readonly asks?: 'sip';
}

/** Each has its reader in `core/status/`. */
export const FEED_FORMATS = [
  'statuspage',
  'google-incidents',
  'microsoft',
  'apple',
  'meta',
  'webex',
  'dns-flag',
] as const;

export interface StatusFeed {
  readonly url: string;
  readonly format: (typeof FEED_FORMATS)[number];
  readonly component?: string;
  /** Can be read only with host access. */
  readonly needsAccess?: true;
  /** Speaks of interfaces for businesses of the same maker, not of the service. */
  readonly related?: true;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
  readonly successor?: string;
  readonly isDefault: boolean;
  /** Only endpoints that a check may contact. */
  readonly endpoints: readonly Endpoint[];
  /** Only feeds that have a reader. */
  readonly statusFeeds: readonly StatusFeed[];
}

/** What a page shows of a service: apart, because the background draws nothing, and most pages contact nobody. */
export interface Look {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** Name of its mark in `public/marks/`. */
  readonly mark?: string;
  readonly isDefault?: true;
  readonly successor?: string;
}

/** The default ones first, then by name. */
export const inOrder = (a: Pick<Look | Service, 'isDefault' | 'name'>, b: typeof a): number =>
  Number(b.isDefault ?? false) - Number(a.isDefault ?? false) || a.name.localeCompare(b.name, 'en');

export interface Control {
  readonly url: string;
  readonly kind: 'stun' | 'https' | 'portal' | 'relay';
  readonly operator: string;
}

/** A server that answers DNS over HTTPS with JSON, across origins. Not a control: asked only when a status flag is kept in DNS. */
export interface DohServer {
  /** With `{name}` for the name to look up. To be asked with `Accept: application/dns-json`. */
  readonly url: string;
  readonly operator: string;
}

const isAsked = (role: string): role is Endpoint['role'] =>
  role === 'signalling' || role === 'call-setup' || role === 'media';

export function toService(record: ServiceRecord): Service {
  const { id, name, state, successor, endpoints, statusFeeds } = record;
  return {
    id,
    name,
    retired: state === 'retired',
    isDefault: record.default,
    ...(successor && { successor }),
    endpoints: endpoints.flatMap(({ url, role, verified, use, refusesBrowsers, date }) =>
      isAsked(role) && use !== 'recorded'
        ? [{ url, role, verified, ...(verified && { verifiedOn: date }), ...(refusesBrowsers && { refusesBrowsers }) }]
        : [],
    ),
    statusFeeds: statusFeeds.flatMap(({ url, format, component, needsAccess, related }) =>
      format === 'other'
        ? []
        : [
            {
              url,
              format,
              ...(component && { component }),
              ...(needsAccess && { needsAccess }),
              ...(related && { related }),
            },
          ],
    ),
  };
}

/** Null for a control that no round asks: one that is only on file, or a DNS server. */
export const toControl = ({ url, kind, operator, use }: ControlRecord): Control | null =>
  use !== 'primary' || kind === 'doh' ? null : { url, kind, operator };

/** Null for a DNS server that is only on file, and for everything else. */
export const toDohServer = ({ url, kind, operator, use }: ControlRecord): DohServer | null =>
  kind === 'doh' && use === 'primary' ? { url, operator } : null;

/** What the build makes of `controls.json`. */
export interface Controls {
  readonly controls: readonly Control[];
  readonly doh: readonly DohServer[];
}

export const toControls = (records: readonly ControlRecord[]): Controls => ({
  controls: records.flatMap((record) => toControl(record) ?? []),
  doh: records.flatMap((record) => toDohServer(record) ?? []),
});
