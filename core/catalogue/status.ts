import * as is from '../shape.ts';
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
const isStatuspage = is.object({
  status: is.object({ indicator: is.oneOf('none', 'minor', 'major', 'critical', 'maintenance') }),
});

const statuspage = (body: unknown): boolean | null =>
  isStatuspage(body) ? ['major', 'critical'].includes(body.status.indicator) : null;

/** Google's appsstatus `incidents.json`: an incident without an end, of this product, that is an outage. */
const areIncidents = is.list(
  is.object({
    end: is.either(is.text, is.oneOf(null, undefined)),
    status_impact: is.text,
    affected_products: is.list(is.object({ title: is.text })),
  }),
);

function googleIncidents(body: unknown, component: string | undefined): boolean | null {
  if (!areIncidents(body)) return null;
  return body.some(
    ({ end, status_impact, affected_products }) =>
      !end && status_impact === 'SERVICE_OUTAGE' && affected_products.some(({ title }) => title === component),
  );
}

/** The JSON form of DNS over HTTPS. Signal's flag: 127.0.0.1 all is well, 127.0.0.2 an outage. */
const isDnsAnswer = is.object({
  Status: is.oneOf(0),
  Answer: is.list(is.object({ type: is.number, data: is.text })),
});
const TYPE_A = 1;

function dnsFlag(body: unknown): boolean | null {
  if (!isDnsAnswer(body)) return null;
  const addresses = body.Answer.filter(({ type }) => type === TYPE_A).map(({ data }) => data);
  if (addresses.includes('127.0.0.2')) return true;
  return addresses.includes('127.0.0.1') ? false : null;
}
