import type { Result } from './step.ts';
import { plainLine, sum } from './tally.ts';

/** What came of every step, what was left out and why, and the plain closing line alone at the end. */
export function summary(results: readonly Result[], seconds: number): string {
  const total = sum(results.map(({ tally }) => tally));
  const rows = results.map(
    ({ step, tally, seconds, failedAtFirst }) =>
      `  ${tally.failed > 0 ? '✗' : tally.passed > 0 ? '✓' : '–'} ${step.name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s   ${plainLine(tally)}${failedAtFirst === undefined ? '' : ` (tried again: ${failedAtFirst} failed at first)`}`,
  );
  const skipped = total.skipped.length > 0 ? ['', 'Skipped:', ...total.skipped.map((reason) => `  ${reason}`)] : [];
  return [
    `\n── summary ${'─'.repeat(69)}`,
    ...rows,
    `    ${'in all'.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`,
    ...skipped,
    '',
    plainLine(total),
    '',
  ].join('\n');
}
