import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { authority, leafFiles } from '../certificates.ts';
import { type CommandResult, run, start } from '../command.ts';
import { folderOf, type Namespaces } from '../namespaces.ts';
import { blocks } from './document.ts';
import { HOST } from './network.ts';

export interface Server {
  /** Runs what stands under these headings as root, in one shell after the other that share their variables. */
  follow(headings: readonly string[]): Promise<CommandResult>;
  run(script: string): Promise<CommandResult>;
  /** What the shell's variable holds. */
  value(name: string): string;
  /** The process of the relay. */
  relay(): number;
  /** Shell variables, and the authority that the clients trust. */
  readonly state: string;
  readonly trusted: string;
}

/** Folders that the document's commands write to: a copy lies over each, so that they can run as they stand. */
const WRITTEN = ['/etc', '/usr/local/sbin', '/var/lib/turn'];

/** A server as rented: nothing of what the document says has been done yet. */
export async function freshServer({ world }: Namespaces): Promise<Server> {
  const folder = folderOf(world);
  const state = join(folder, 'state');
  const copies = WRITTEN.map((path) => {
    const copy = `${folder}${path}`;
    return `mkdir -p ${copy}; cp -a ${path}/. ${copy}; chown --reference=${path} ${copy}; mount --bind ${copy} ${path}`;
  });
  // Its mounts live as long as it does, and it as long as its input.
  const holder = start('ip', [
    ...['netns', 'exec', world, 'unshare', '--mount', '--propagation', 'private'],
    ...['sh', '-ec', [...copies, 'echo ready', 'exec cat'].join('\n')],
  ]);
  holder.stderr?.resume();
  if (holder.stdout) await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (holder.exitCode !== null) throw new Error('no server could be made');

  const trusted = await authority('trusted');
  const leaf = await leafFiles(trusted, { hosts: [HOST] });
  const env = {
    PATH: `${join(import.meta.dirname, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
    LAB_FOLDER: folder,
    LAB_CERTIFICATE: leaf.certificate,
    LAB_KEY: leaf.key,
  };
  const inside = ['--target', String(holder.pid), '--mount', '--net', '--', 'env'];
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const value = (name: string) => new RegExp(`${name}="(.*)"`).exec(readFileSync(state, 'utf8'))?.[1] ?? '';
  const relay = () => Number(readFileSync(join(folder, 'coturn.pid'), 'utf8'));
  const shell = async (script: string) => {
    const done = await run('nsenter', [...inside, ...variables, 'bash', '-eu'], { input: script, timeoutMs: 60_000 });
    await listening(world);
    return done;
  };
  return {
    state,
    trusted: trusted.certificate,
    value,
    relay,
    run: shell,
    follow: (headings) =>
      shell(
        [
          `[ ! -e ${state} ] || . ${state}`,
          ...headings.map((heading) => blocks(heading)),
          `declare -p RELAY NAME PASSWORD SECRET >${state} 2>/dev/null || true`,
        ].join('\n'),
      ),
  };
}

/** coturn makes keys when it starts; systemd would wait for its word. */
async function listening(world: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    const { stdout } = await run('ip', ['netns', 'exec', world, 'ss', '-Hlnu', 'sport', '=', ':443']);
    if (stdout.includes(':443')) return;
    await sleep(100);
  }
}
