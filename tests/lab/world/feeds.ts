import { plan } from './plan.ts';
import type { WorldState } from './state.ts';
import { truth } from './zone.ts';

/** Machine-readable pages: status feeds, and DNS over HTTPS in JSON. Null for an ordinary page. */
export interface Document {
  readonly type: string;
  readonly body: string;
}

export function documentAt(host: string, url: URL, state: WorldState): Document | null {
  const name = url.searchParams.get('name');
  if (name !== null && /^\/(dns-query|resolve)$/.test(url.pathname)) {
    return { type: 'application/dns-json', body: JSON.stringify(dnsJson(name, state)) };
  }
  const feed = plan().feeds.get(host);
  if (feed === undefined) return null;
  const out = state.outages.includes(feed.service);
  if (url.pathname.endsWith('/incidents.json') && host === 'www.google.com')
    return json(googleIncidents(feed.component, out));
  if (url.pathname.startsWith('/api/v2/')) return json(statuspage(feed.component, out));
  return null;
}

const json = (value: unknown): Document => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

/** Atlassian Statuspage: the parts of `status.json`, `components.json` and `summary.json` in one. */
function statuspage(component: string, out: boolean) {
  return {
    page: { id: 'lab', name: component, url: 'https://status.example', updated_at: new Date().toISOString() },
    status: out
      ? { indicator: 'critical', description: 'Major Service Outage' }
      : { indicator: 'none', description: 'All Systems Operational' },
    components: [{ id: 'lab', name: component, status: out ? 'major_outage' : 'operational' }],
    incidents: [],
  };
}

/** The dashboard lists incidents that are over as well: those have an `end`. */
function googleIncidents(product: string, out: boolean) {
  const incident = (title: string, end?: string) => ({
    id: `lab-${title}`,
    begin: '2026-11-01T08:00:00+00:00',
    ...(end && { end }),
    external_desc: `${title} is unavailable`,
    status_impact: 'SERVICE_OUTAGE',
    severity: 'high',
    service_name: title,
    affected_products: [{ title, id: title }],
  });
  const past = [incident(product, '2026-11-01T09:00:00+00:00'), incident('Gmail', '2026-11-01T10:00:00+00:00')];
  return out ? [incident(product), ...past] : past;
}

/** As Google and Cloudflare answer; the censor's resolver is not asked. */
function dnsJson(name: string, state: WorldState) {
  const addresses = truth(name.toLowerCase(), state);
  return {
    Status: addresses === null ? 3 : 0,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name, type: 1 }],
    ...(addresses && { Answer: addresses.map((data) => ({ name, type: 1, TTL: 60, data })) }),
  };
}
