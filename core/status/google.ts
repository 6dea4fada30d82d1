import * as v from 'valibot';
import { altogether, fromJson, ifCurrent, isNamed, Moment, type Question, type Says, Word } from './reader.ts';

/** Google's `appsstatus/dashboard/incidents.json`: all incidents of a year and more. One that is open has no end. */
const Titles = v.optional(v.array(v.object({ title: v.string() })));
const Incident = v.object({
  begin: Moment,
  end: v.nullish(v.string()),
  status_impact: v.optional(Word, ''),
  affected_products: Titles,
  currently_affected_products: Titles,
  /** Named for an outage that is not everywhere. */
  currently_affected_locations: Titles,
});

export const readGoogle = fromJson(v.array(Incident), (incidents, question) =>
  altogether(incidents.map((one) => says(one, question))),
);

function says(incident: v.InferOutput<typeof Incident>, { component, now }: Question): Says {
  const { begin, end, status_impact, affected_products, currently_affected_products } = incident;
  if (end) return false;
  const products = currently_affected_products ?? affected_products;
  if (!products || component === undefined) return null;
  if (!products.some(({ title }) => isNamed(title, component))) return false;
  if (['service_disruption', 'service_information', 'available'].includes(status_impact)) return false;
  if (status_impact !== 'service_outage' || incident.currently_affected_locations?.length) return null;
  return ifCurrent(begin, now);
}
