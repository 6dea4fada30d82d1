import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNow } from './command.ts';

/**
 * Names of the lab's network namespaces. A name carries the process that owns it and that process's start time, so that two labs
 * never meet, and the leftover of a killed run can be told from a lab in use without any file that could be lost.
 */
export interface Namespaces {
  readonly client: string;
  readonly router: string;
  readonly world: string;
}

const PATTERN = /^rbk-(\d+)\.(\d+)\.\d+-(client|router|world)$/;
let count = 0;

export function newNamespaces(): Namespaces {
  const prefix = `rbk-${process.pid}.${startTime(process.pid)}.${count++}`;
  return { client: `${prefix}-client`, router: `${prefix}-router`, world: `${prefix}-world` };
}

/** Clock ticks after boot when the process started: with the id, it names a process for good. Null when there is none. */
function startTime(pid: number): string | null {
  try {
    // The second field is the command's name in brackets, and may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[19] ?? null;
  } catch {
    return null;
  }
}

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Every process inside the namespace. */
export function processesIn(name: string): number[] {
  const inode = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;
  const own = inode(`/run/netns/${name}`);
  if (own === undefined) return [];
  return list('/proc').flatMap((entry) => {
    try {
      return /^\d+$/.test(entry) && inode(`/proc/${entry}/ns/net`) === own ? [Number(entry)] : [];
    } catch {
      // It is ending.
      return [];
    }
  });
}

/** Ends every process inside the namespace, and none elsewhere. */
export function endProcesses(name: string): void {
  for (const pid of processesIn(name)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

/** Removes the namespace with its processes, interfaces, rules and files. */
export function removeNamespace(name: string): void {
  endProcesses(name);
  runNow('ip', ['netns', 'delete', name]);
  for (const folder of [`/etc/netns/${name}`, join(tmpdir(), name)]) rmSync(folder, { recursive: true, force: true });
}

/** A folder for the files of what runs in the namespace; it goes with it. */
export function folderOf(name: string): string {
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes what runs that were killed left behind. Labs in use are left alone. Returns the names removed. */
export function removeLeftovers(): string[] {
  const names = new Set(['/run/netns', '/etc/netns', tmpdir()].flatMap(list));
  const leftovers = [...names].filter((name) => {
    const [, pid, started] = PATTERN.exec(name) ?? [];
    return pid !== undefined && startTime(Number(pid)) !== started;
  });
  leftovers.forEach(removeNamespace);
  return leftovers;
}

/** What a program inside the client finds in /etc: names come from the lab's resolver, and from nowhere else. */
export function writeResolver(name: string, resolver: string): void {
  const folder = `/etc/netns/${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/resolv.conf`, `nameserver ${resolver}\n`);
  // Without this a desktop's resolver daemon would answer by its socket, which passes through namespaces.
  writeFileSync(`${folder}/nsswitch.conf`, 'passwd: files\ngroup: files\nhosts: files dns\n');
  writeFileSync(`${folder}/hosts`, '127.0.0.1 localhost\n::1 localhost\n');
}
