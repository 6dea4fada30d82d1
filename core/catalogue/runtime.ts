import type { ControlRecord, ServiceRecord } from './schema.ts';

/** What the product reads of the catalogue: the data files less their provenance, so that the bundle stays small. */

export interface Endpoint {
  readonly url: string;
  readonly role: 'signalling' | 'call-setup' | 'media';
  /** Its silence counts without an earlier answer. */
  readonly verified: boolean;
}

export interface StatusFeed {
  readonly url: string;
  readonly format: 'statuspage' | 'google-incidents' | 'dns-flag';
  readonly component?: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
  readonly successor?: string;
  readonly isDefault: boolean;
  readonly colour: string;
  readonly mark?: string;
  readonly webCalls: 'yes' | 'partly' | 'no' | 'unknown';
  /** Only endpoints that a check may contact. */
  readonly endpoints: readonly Endpoint[];
  /** Only feeds that can be read across origins. */
  readonly statusFeeds: readonly StatusFeed[];
}

export interface Control {
  readonly url: string;
  readonly kind: 'stun' | 'https' | 'portal' | 'relay';
  readonly operator: string;
  readonly expect?: { readonly status: number; readonly text?: string };
}

const isAsked = (role: string): role is Endpoint['role'] =>
  role === 'signalling' || role === 'call-setup' || role === 'media';

export function toService(record: ServiceRecord): Service {
  const { id, name, state, successor, colour, mark, webCalls, endpoints, statusFeeds } = record;
  return {
    id,
    name,
    retired: state === 'retired',
    isDefault: record.default,
    colour,
    webCalls: webCalls.value,
    ...(successor && { successor }),
    ...(mark && { mark }),
    endpoints: endpoints.flatMap(({ url, role, verified, use }) =>
      isAsked(role) && use !== 'recorded' ? [{ url, role, verified }] : [],
    ),
    statusFeeds: statusFeeds.flatMap(({ url, format, component }) =>
      format === 'other' ? [] : [{ url, format, ...(component && { component }) }],
    ),
  };
}

/** Null for a control that is on file and not asked. */
export function toControl({ url, kind, operator, use, expect }: ControlRecord): Control | null {
  if (use !== 'primary') return null;
  return {
    url,
    kind,
    operator,
    ...(expect && { expect: { status: expect.status, ...(expect.text !== undefined && { text: expect.text }) } }),
  };
}
