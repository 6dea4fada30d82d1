import { type Feed, plan } from './plan.ts';
import type { WorldState } from './state.ts';
import { truth } from './zone.ts';

/** Machine-readable pages: status feeds, and DNS over HTTPS in JSON. Null for an ordinary page. */
export interface Document {
  readonly type: string;
  readonly body: string;
  /** Without the header that allows everybody to read it. */
  readonly closed?: boolean;
}

export function documentAt(host: string, url: URL, state: WorldState): Document | null {
  const name = url.searchParams.get('name');
  if (name !== null && /^\/(dns-query|resolve)$/.test(url.pathname)) {
    return { type: 'application/dns-json', body: JSON.stringify(dnsJson(name, state)) };
  }
  const feed = plan().feeds.get(host + url.pathname);
  const document = feed && FORMS[feed.format]?.(feed, state.outages.includes(feed.service));
  return document ? { ...document, closed: feed.closed } : null;
}

type Form = (feed: Feed, out: boolean) => Document;

const HOUR = 3_600_000;
/** An outage that is going on began half an hour ago; what is over ended long before. */
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
const iso = (hours: number): string => ago(hours).toISOString();
const json =
  (make: (feed: Feed, out: boolean) => unknown): Form =>
  (feed, out) => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(make(feed, out)) });

/** Atlassian Statuspage, `status.json`. */
const statuspage = json(({ component }, out) => ({
  page: { id: 'lab', name: component, url: 'https://status.example', updated_at: iso(0.1) },
  status: out
    ? { indicator: 'critical', description: 'Major Service Outage' }
    : { indicator: 'none', description: 'All Systems Operational' },
}));

/** The dashboard lists incidents that are over as well: those have an `end`. */
const google = json(({ component }, out) => {
  const incident = (title: string, hours: number, end?: string) => ({
    id: `lab-${title}`,
    begin: iso(hours),
    ...(end && { end }),
    external_desc: `${title} is unavailable`,
    status_impact: 'SERVICE_OUTAGE',
    severity: 'high',
    service_name: title,
    affected_products: [{ title, id: title }],
  });
  const past = [incident(component, 500, iso(499)), incident('Gmail', 30, iso(29))];
  return out ? [incident(component, 0.5), ...past] : past;
});

/** A post for each consumer service. */
const microsoft = json(({ component }, out) => {
  const post = (name: string, status: string) => ({
    Id: `lab-${name}`,
    ServiceDisplayName: name,
    ServiceWorkloadName: name.replaceAll(' ', ''),
    AuthoredDateTime: iso(0.5),
    InternalDateTime: iso(0.1),
    LastUpdatedTime: iso(0),
    Title: '',
    Message: '<div>Words for people</div>',
    Status: status,
  });
  return [post('Outlook.com', 'Service degradation'), post(component, out ? 'Service interruption' : 'Operational')];
});

/** Services with their events of late, wrapped in a call. */
function apple({ component }: Feed, out: boolean): Document {
  const event = (type: string, hours: number, endsAfter: number | null) => ({
    usersAffected: 'Some users are affected',
    epochStartDate: ago(hours).getTime(),
    epochEndDate: endsAfter === null ? null : ago(hours - endsAfter).getTime(),
    messageId: 'lab',
    statusType: type,
    eventStatus: endsAfter === null ? 'ongoing' : 'resolved',
    message: 'Users are experiencing a problem with this service.',
  });
  const services = [
    { serviceName: 'App Store', redirectUrl: null, events: [event('Outage', 0.5, null)] },
    {
      serviceName: component,
      redirectUrl: null,
      events: [event('Outage', 50, 1), event('Issue', 5, null), ...(out ? [event('Outage', 0.5, null)] : [])],
    },
  ];
  return {
    type: 'application/javascript; charset=utf-8',
    body: `jsonCallback(${JSON.stringify({ drMessage: null, services })});`,
  };
}

/** An item for each open event. */
function meta({ component }: Feed, out: boolean): Document {
  const item = (word: string, of: string) =>
    `<item><title>[${word} disruptions]: ${of}</title><description><![CDATA[<p>We are aware of an issue.</p>]]></description><pubDate>${ago(0.5).toUTCString()}</pubDate></item>`;
  const items = [item('Low', component), ...(out ? [item('High', component)] : [])];
  return {
    type: 'text/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${component} Status</title>${items.join('')}</channel></rss>`,
  };
}

/** Incidents that are open, of every product. */
const webex = json(({ component }, out) => {
  const incident = (product: string, impact: string) => ({
    id: `lab-${product}-${impact}`,
    name: 'Users may be unable to join',
    impact,
    status: 'investigating',
    incidentType: 'INCIDENT',
    commercial: true,
    fedRAMP: false,
    start_at: iso(0.5),
    end_at: iso(0.5),
    created_at: iso(0.5),
    updated_at: iso(0.1),
    resolved_at: null,
    regions: [],
    components: [{ id: 'lab', name: 'Join', product_group: product, status: 'operational' }],
    incident_updates: [],
  });
  const others = [incident('WebexContactCenter', 'critical'), incident(component, 'minor')];
  return { incidents: out ? [...others, incident(component, 'major')] : others };
});

const FORMS: Readonly<Record<string, Form>> = {
  statuspage,
  'google-incidents': google,
  microsoft,
  apple,
  meta,
  webex,
};

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
