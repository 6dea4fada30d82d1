import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Leaf } from '../../certificates.ts';
import { start } from '../../command.ts';
import type { Behaviour } from './behaviours.ts';

/** SIP servers that speak SIP over secure WebSockets, as programs of their own: on this machine's network or in a namespace. */

export interface SipPlace extends Leaf {
  readonly namespace?: string;
  /** An IP address, IPv6 without brackets. */
  readonly address: string;
  readonly port: number;
}

export interface SipServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Kamailio, which answers OPTIONS with 200 at every path. Its files are in `folder`. */
export async function startKamailio({
  namespace,
  address,
  port,
  certificate,
  key,
  folder,
}: SipPlace & { readonly folder: string }): Promise<SipServer> {
  const listen = `tls:${address.includes(':') ? `[${address}]` : address}:${port}`;
  const child = startIn(namespace, 'kamailio', [
    ...['-f', join(import.meta.dirname, 'kamailio.cfg'), '-DD', '-E', '-m', '32', '-M', '4'],
    ...['-Y', folder, '-P', join(folder, 'pid'), '-w', folder],
    ...['-A', `LISTEN=${listen}`, '-A', `CERTIFICATE="${certificate}"`, '-A', `KEY="${key}"`],
  ]);
  child.stdout?.resume();
  await lineOf(child, child.stderr, (line) => line.endsWith('ready'));
  return { port, close: () => end(child) };
}

/** What the misbehaving server sees. */
export interface Seen {
  readonly connection: number;
  readonly path: string;
  readonly event: 'came' | 'asked' | 'gone';
  /** With `came` the sub-protocols on offer, with `asked` the message. */
  readonly text?: string;
}

export interface SipActor extends SipServer {
  readonly seen: readonly Seen[];
  /** From now on, at `/`; at `/403` and so on it does what the path says. */
  behave(as: Behaviour): void;
}

/** A server that does as it is told; port 0 takes any. */
export async function startSipActor({ namespace, address, port, certificate, key }: SipPlace): Promise<SipActor> {
  const child = startIn(namespace, process.execPath, [
    ...[join(import.meta.dirname, 'actor.ts'), address, String(port), certificate, key],
  ]);
  const seen: Seen[] = [];
  const { line, lines } = await lineOf(child, child.stdout, () => true);
  lines.on('line', (more) => seen.push(JSON.parse(more) as Seen));
  return {
    port: (JSON.parse(line) as { port: number }).port,
    seen,
    behave: (as) => void child.stdin?.write(`${as}\n`),
    close: () => end(child),
  };
}

function startIn(namespace: string | undefined, program: string, args: readonly string[]): ChildProcess {
  const child =
    namespace === undefined ? start(program, args) : start('ip', ['netns', 'exec', namespace, program, ...args]);
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Waits for a line of its output; its end before that is an error, in its own words. */
async function lineOf(
  child: ChildProcess,
  output: ChildProcess['stdout'],
  wanted: (line: string) => boolean,
): Promise<{ line: string; lines: Interface }> {
  if (!output) throw new Error('the SIP server has no pipes');
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text).slice(-4_000);
  });
  const lines = createInterface({ input: output });
  const line = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`the SIP server ended with ${code}: ${said}`)));
    lines.on('line', (line) => wanted(line) && resolve(line));
  });
  return { line, lines };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
