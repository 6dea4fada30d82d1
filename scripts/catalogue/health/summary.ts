import type { Entry, RunRecord } from './record.ts';

const OUTCOMES = ['answered', 'silent', 'failed', 'not-asked'] as const;

/** Everybody who did not answer, then how many did. */
export function summary({ endpoints }: RunRecord): string {
  const entries = Object.entries(endpoints);
  const lines = entries.flatMap(([url, entry]) => (entry.outcome === 'answered' ? [] : [`  ${url}  ${words(entry)}`]));
  const counts = OUTCOMES.map(
    (outcome) => `${entries.filter(([, entry]) => entry.outcome === outcome).length} ${outcome}`,
  );
  return [...lines, counts.join(', ')].join('\n');
}

const words = (entry: Entry): string => ('why' in entry ? `${entry.outcome} (${entry.why})` : entry.outcome);
