import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '../../command.ts';

const LIMIT_MS = 20_000;

/** Resolves once somebody in the namespace takes TCP connections there. */
export async function whenListening(namespace: string, address: string, port: number): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    const sockets = await must('ip', ['netns', 'exec', namespace, 'ss', '-Hltn']);
    if (sockets.includes(` ${address}:${port} `)) return;
  }
  throw new Error(`nobody listens at ${address}:${port}`);
}
