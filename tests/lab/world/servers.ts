import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { start } from '../command.ts';
import type { Command, Reply, WorldLog, WorldState } from './state.ts';

/** The lab's end of the world's servers. */
export interface Servers {
  set(state: WorldState): Promise<void>;
  log(): Promise<WorldLog>;
  forget(): Promise<void>;
}

export async function startServers(namespace: string): Promise<Servers> {
  const program = join(import.meta.dirname, 'main.ts');
  const child = start('ip', ['netns', 'exec', namespace, process.execPath, program]);
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  if (!child.stdout || !child.stdin) throw new Error('the servers have no pipes');
  const { stdin } = child;
  stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Reply> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the world's servers ended: ${complaint}`);
    return JSON.parse(value) as Reply;
  };

  // One question at a time: the replies carry no name.
  let turn: Promise<unknown> = next();
  const ask = (command: Command): Promise<Reply> => {
    const reply = turn.then(() => {
      stdin.write(`${JSON.stringify(command)}\n`);
      return next();
    });
    turn = reply.catch(() => {});
    return reply;
  };

  await turn;
  return {
    set: async (state) => void (await ask({ set: state })),
    log: async () => (await ask({ ask: 'log' })).log ?? { names: [], requests: [] },
    forget: async () => void (await ask({ ask: 'forget' })),
  };
}
