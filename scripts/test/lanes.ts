import { heading, type Result, runStep, type Step } from './step.ts';

/** Runs lanes side by side and the steps of each in order. What a step prints is held back until it ends, so that nothing mixes. */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<Result[]> {
  const results = await Promise.all(
    lanes.map(async (steps) => {
      const done: Result[] = [];
      for (const step of steps) {
        process.stdout.write(`begins: ${step.name}\n`);
        let output = '';
        const result = await runStep(step, (text) => {
          output += text;
        });
        process.stdout.write(heading(step) + output);
        done.push(result);
      }
      return done;
    }),
  );
  return results.flat();
}
