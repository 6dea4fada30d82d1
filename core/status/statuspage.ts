import * as v from 'valibot';
import { fromJson, ifCurrent, Moment, Word } from './reader.ts';

/** Atlassian Statuspage, `/api/v2/status.json`. A minor incident does not explain a service that fails altogether. */
const Body = v.object({
  page: v.optional(v.object({ updated_at: Moment })),
  status: v.object({ indicator: Word }),
});

export const readStatuspage = fromJson(Body, ({ page, status: { indicator } }, { now }) => {
  if (['none', 'minor', 'maintenance'].includes(indicator)) return false;
  if (!['major', 'critical'].includes(indicator)) return null;
  return page?.updated_at === undefined || ifCurrent(page.updated_at, now);
});
