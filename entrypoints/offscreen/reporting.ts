import type { Place } from '../../core/history/place.ts';
import { reportOf } from '../../core/reporting/report.ts';
import { createReporter } from '../../core/reporting/reporter.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { version } from '../../package.json';
import { openHistory } from '../../platform/history/database.ts';
import { readReporting } from '../../platform/managed-schema.ts';
import { sendReport } from '../../platform/reporting.ts';

const report = createReporter({
  load: async () => (await openHistory()).get('notes', 'reporting'),
  store: async (queue) => void (await (await openHistory()).put('notes', queue, 'reporting')),
  newInstance: () => crypto.randomUUID(),
  now: Date.now,
  random: Math.random,
  version,
});

/** Reports a round to an organisation's receiver; few browsers have one, so this is loaded where it is needed. */
export async function reportRound(snapshot: Snapshot, place: Place, reporting: unknown): Promise<void> {
  const to = readReporting(reporting);
  if (to) await report(reportOf(snapshot, place), { place: to.place, send: (body) => sendReport(body, to) });
}
