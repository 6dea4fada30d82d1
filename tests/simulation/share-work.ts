import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './points.ts';
import type { BlockedCount, OpenCount } from './rates.ts';

export interface Done {
  readonly job: Job;
  readonly count: OpenCount | BlockedCount;
}

/** All the jobs, on all processors. What comes out does not depend on who did what. */
export async function shareWork(jobs: readonly Job[], onProgress: (done: number) => void): Promise<Done[]> {
  const queue = [...jobs];
  const all: Done[] = [];
  const work = async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let job = queue.shift(); job; job = queue.shift()) {
        const answer = once(worker, 'message');
        worker.postMessage(job);
        all.push((await answer)[0] as Done);
        onProgress(all.length);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return all;
}
