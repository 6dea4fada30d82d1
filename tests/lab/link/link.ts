import type { ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cacheFolder } from '../cache.ts';
import { must, run, start } from '../command.ts';
import type { Namespaces } from '../namespaces.ts';

/** How good the line between the client and its router is; the same in both directions. */
export interface Line {
  /** One way. */
  readonly delayMs?: number;
  /** Up to this much more delay a frame; order is kept. */
  readonly jitterMs?: number;
  /** Percent of the frames lost, each way. */
  readonly lossPercent?: number;
  readonly kilobytesPerSecond?: number;
  /** The same seed loses the same frames. */
  readonly seed?: number;
}

export interface Link {
  /** False where no compiler was found: the line is then a plain cable. */
  readonly adjustable: boolean;
  set(line: Line): Promise<void>;
}

/** Name of the device at each end, whichever way they are joined. An Ethernet name, or browsers would take the line for a VPN. */
export const CLIENT_DEVICE = 'eth0';
/** A name by which they do. */
export const TUNNEL_DEVICE = 'tun0';
export const ROUTER_DEVICE = 'lan0';

export async function joinByLink({ client, router }: Namespaces): Promise<Link> {
  const program = await compiled();
  if (program === null) {
    await must('ip', [
      '-n',
      client,
      'link',
      'add',
      CLIENT_DEVICE,
      'type',
      'veth',
      'peer',
      'name',
      ROUTER_DEVICE,
      'netns',
      router,
    ]);
    return { adjustable: false, set: refuse };
  }
  const child = start(program, [`/run/netns/${client}`, CLIENT_DEVICE, `/run/netns/${router}`, ROUTER_DEVICE]);
  const answer = answers(child);
  await answer();
  return {
    adjustable: true,
    async set({ delayMs = 0, jitterMs = 0, lossPercent = 0, kilobytesPerSecond = 0, seed = 1 }) {
      child.stdin?.write(`${delayMs} ${jitterMs} ${lossPercent} ${kilobytesPerSecond} ${seed}\n`);
      await answer();
    },
  };
}

const refuse = async (line: Line): Promise<void> => {
  if (Object.keys(line).length > 0) throw new Error('the line cannot be changed: no C compiler (cc) was found');
};

/** Compiled once for each version of its source. */
async function compiled(): Promise<string | null> {
  const source = join(import.meta.dirname, 'link.c');
  const version = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  const program = join(cacheFolder('link'), version);
  if (existsSync(program)) return program;
  const compiler = await run('cc', ['--version']).catch(() => null);
  if (compiler?.code !== 0) return null;
  const fresh = `${program}.${randomUUID()}`;
  await must('cc', ['-O2', '-o', fresh, source]);
  renameSync(fresh, program);
  return program;
}

/** Each call waits for the program's next "ok". */
function answers(child: ChildProcess): () => Promise<void> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the link has no output');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  let complaint = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return async () => {
    const { value, done } = await lines.next();
    if (done || value !== 'ok') throw new Error(`the link failed: ${complaint || value}`);
  };
}
