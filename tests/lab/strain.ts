import { setTimeout as sleep } from 'node:timers/promises';
import { processesIn } from './namespaces.ts';

const PERIOD_MS = 100;

/** Lets everything in the namespace run only a share of the time, as on a device that is overloaded, until `over`. */
export async function strain(namespace: string, share: number, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    signal(namespace, 'SIGSTOP');
    await sleep(PERIOD_MS * (1 - share));
    signal(namespace, 'SIGCONT');
    await sleep(PERIOD_MS * share);
  }
}

function signal(namespace: string, name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of processesIn(namespace)) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself.
    }
  }
}
