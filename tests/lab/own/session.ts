import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Lab } from '../lab.ts';
import type { Browser } from '../perform.ts';
import type { Answer, Command, Reply } from './commands.ts';

/** The lab's end of a browser in its client (`inside.ts`). */
export interface Session {
  tell<Name extends Command['do']>(command: Extract<Command, { do: Name }>): Promise<Answer<Name>>;
}

export async function openSession(lab: Lab, browser: Browser, folder: string): Promise<Session> {
  const child = lab.client.start(process.execPath, [join(import.meta.dirname, 'inside.ts'), browser, folder]);
  if (!child.stdin || !child.stdout) throw new Error('the browser has no pipes');
  const { stdin } = child;
  stdin.on('error', () => {});
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the browser's driver ended: ${complaint.trim()}`);
    const reply = JSON.parse(value) as Reply;
    if ('failed' in reply) throw new Error(reply.failed);
    return reply.done;
  };
  await next();
  return {
    tell<Name extends Command['do']>(command: Extract<Command, { do: Name }>) {
      stdin.write(`${JSON.stringify(command)}\n`);
      return next() as Promise<Answer<Name>>;
    },
  };
}
