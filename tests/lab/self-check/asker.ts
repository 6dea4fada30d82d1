import { createInterface } from 'node:readline';
import { ask } from './ask.ts';

/** Runs inside the client: takes lists of questions on standard input, and answers each list in one line. */
export interface Questions {
  readonly urls: readonly string[];
  readonly timeoutMs: number;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { urls, timeoutMs } = JSON.parse(line) as Questions;
  const words = await Promise.all(urls.map((url) => ask(url, timeoutMs)));
  process.stdout.write(`${JSON.stringify(words)}\n`);
}
process.exit(0);
