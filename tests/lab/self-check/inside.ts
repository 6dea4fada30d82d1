import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Client } from '../client.ts';
import type { Questions } from './asker.ts';

/** Puts questions from inside the client; the answers are in the order of the questions. */
export interface Inside {
  ask(urls: readonly string[], timeoutMs?: number): Promise<string[]>;
  end(): void;
}

export function goInside(client: Client): Inside {
  const child = client.start(process.execPath, [join(import.meta.dirname, 'asker.ts')]);
  if (!child.stdin || !child.stdout) throw new Error('the asker has no pipes');
  const { stdin } = child;
  child.stderr?.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(urls, timeoutMs = 700) {
      const questions: Questions = { urls, timeoutMs };
      stdin.write(`${JSON.stringify(questions)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('the asker ended');
      return JSON.parse(value) as string[];
    },
    end: () => stdin.end(),
  };
}
