import { tryAgain } from './again.ts';
import { command } from './command.ts';
import { runLanes } from './lanes.ts';
import { parseSelection, SelectionError } from './selection.ts';
import type { Result } from './step.ts';
import { stages } from './steps.ts';
import { summary } from './summary.ts';

/** Ends with 0 when nothing failed, 1 when something did, 2 when the arguments are wrong. */
async function main(): Promise<number> {
  const startedAt = performance.now();
  const all = stages();
  const wanted = parseSelection(process.argv.slice(2), all.flat(2));
  // WXT writes the types and aliases that the other tools read.
  const code = await command((text) => process.stdout.write(text), 'wxt', ['prepare']);
  if (code !== 0) throw new Error('wxt prepare failed.');
  const first: Result[] = [];
  for (const lanes of all) first.push(...(await runLanes(lanes.map((lane) => lane.filter(wanted)))));
  const results = await tryAgain(first, (text) => process.stdout.write(text));
  process.stdout.write(summary(results, (performance.now() - startedAt) / 1000));
  return results.some(({ tally }) => tally.failed > 0) ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof SelectionError) {
    console.error(error.message);
    return 2;
  }
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  return 1;
});
