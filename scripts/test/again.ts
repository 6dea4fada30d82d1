import { heading, type Print, type Result, runStep } from './step.ts';

/**
 * Tries again, one after the other, what failed while other steps ran beside: on two cores a browser may answer too late for a test that
 * has done nothing wrong. What passes now is told with what it had failed with; what fails again has failed.
 */
export async function tryAgain(results: readonly Result[], print: Print): Promise<Result[]> {
  const settled: Result[] = [];
  for (const result of results) {
    const { again } = result.step;
    if (result.tally.failed === 0 || !again) {
      settled.push(result);
      continue;
    }
    const step = { ...result.step, title: 'again, and nothing beside it', run: again };
    print(heading(step));
    const { tally, seconds } = await runStep(step, print);
    settled.push({
      step: result.step,
      tally,
      seconds: result.seconds + seconds,
      failedAtFirst: result.tally.failed,
    });
  }
  return settled;
}
