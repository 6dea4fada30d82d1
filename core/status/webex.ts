import * as v from 'valibot';
import { altogether, fromJson, ifCurrent, isNamed, Missing, Moment, type Question, type Says, Word } from './reader.ts';

/** Webex's `unresolved-incidents.json` and `index.json`, which has the same list beside others. `end_at` is set while an incident is open. */
const Incident = v.object({
  impact: Word,
  status: Word,
  start_at: Moment,
  created_at: Moment,
  resolved_at: v.optional(v.unknown()),
  incidentType: v.nullish(Word),
  /** False for what only the government's own Webex has. */
  commercial: v.nullish(v.boolean()),
  /** Named for an incident that is not everywhere. */
  regions: v.nullish(v.array(v.string())),
  components: v.array(v.object({ product_group: v.string() })),
});

export const readWebex = fromJson(v.object({ incidents: v.array(Incident) }), ({ incidents }, question) =>
  altogether(incidents.map((one) => says(one, question))),
);

function says(incident: v.InferOutput<typeof Incident>, { component, now }: Question): Says {
  const { impact, status, start_at, created_at, resolved_at, incidentType, commercial, regions, components } = incident;
  if (!v.is(Missing, resolved_at) || ['resolved', 'completed', 'postmortem', 'scheduled'].includes(status))
    return false;
  if (commercial === false || incidentType === 'maintenance') return false;
  const isOurs = components.some(({ product_group }) => isNamed(product_group, component));
  if (!isOurs || ['none', 'minor', 'maintenance'].includes(impact)) return false;
  if (!['major', 'critical'].includes(impact) || regions?.length) return null;
  return ifCurrent(start_at ?? created_at, now);
}
