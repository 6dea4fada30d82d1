import { parentPort } from 'node:worker_threads';
import { type Job, perform } from './points.ts';

/** One of several that share the work. */
parentPort?.on('message', (job: Job) => {
  void perform(job).then((count) => parentPort?.postMessage({ job, count }));
});
