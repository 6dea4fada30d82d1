import * as v from 'valibot';
import type { StatusFeed } from './runtime.ts';

/**
 * What a service's own status feed says. Each reader knows one format and answers null for anything that it does not recognise: a feed
 * that changed its shape must neither excuse nor accuse.
 *
 * @returns true for an outage, false when all is well, null when it can't be told
 */
export function isOutage(feed: Pick<StatusFeed, 'format' | 'component'>, body: unknown): boolean | null {
  switch (feed.format) {
    case 'statuspage':
      return statuspage(body);
    case 'google-incidents':
      return googleIncidents(body, feed.component);
    case 'dns-flag':
      return dnsFlag(body);
  }
}

/** Atlassian Statuspage, `/api/v2/status.json`. A minor incident does not explain a service that fails altogether. */
const Statuspage = v.object({
  status: v.object({ indicator: v.picklist(['none', 'minor', 'major', 'critical', 'maintenance']) }),
});

function statuspage(body: unknown): boolean | null {
  const parsed = v.safeParse(Statuspage, body);
  return parsed.success ? ['major', 'critical'].includes(parsed.output.status.indicator) : null;
}

/** Google's appsstatus `incidents.json`: an incident without an end, of this product, that is an outage. */
const GoogleIncidents = v.array(
  v.object({
    end: v.nullish(v.string()),
    status_impact: v.string(),
    affected_products: v.array(v.object({ title: v.string() })),
  }),
);

function googleIncidents(body: unknown, component: string | undefined): boolean | null {
  const parsed = v.safeParse(GoogleIncidents, body);
  if (!parsed.success) return null;
  return parsed.output.some(
    ({ end, status_impact, affected_products }) =>
      !end && status_impact === 'SERVICE_OUTAGE' && affected_products.some(({ title }) => title === component),
  );
}

/** The JSON form of DNS over HTTPS. Signal's flag: 127.0.0.1 all is well, 127.0.0.2 an outage. */
const DnsAnswer = v.object({
  Status: v.literal(0),
  Answer: v.array(v.object({ type: v.number(), data: v.string() })),
});
const TYPE_A = 1;

function dnsFlag(body: unknown): boolean | null {
  const parsed = v.safeParse(DnsAnswer, body);
  if (!parsed.success) return null;
  const addresses = parsed.output.Answer.filter(({ type }) => type === TYPE_A).map(({ data }) => data);
  if (addresses.includes('127.0.0.2')) return true;
  return addresses.includes('127.0.0.1') ? false : null;
}
