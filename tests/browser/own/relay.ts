import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';

/** A relay of somebody's own: the real coturn, on this machine. */
export interface Relay {
  readonly url: string;
  close(): Promise<void>;
}

export const USER = { username: 'caller', password: 'a-password-that-is-nowhere-else' };

/** Why there can be none; null: there can. */
export const missingRelay = (): string | null =>
  spawnSync('turnserver', ['--version']).error ? 'coturn is not installed' : null;

export async function startRelay(): Promise<Relay> {
  const listening = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'ringback-relay-'));
  const child = spawn(
    'turnserver',
    [
      ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--relay-threads=1', '--lt-cred-mech', '--realm=own.example'],
      ...['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${listening}`],
      `--user=${USER.username}:${USER.password}`,
      ...[`--userdb=${folder}/turndb`, `--pidfile=${folder}/pid`, '--log-file=stdout', '--simple-log'],
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until('coturn answers', () => answers(listening), 10_000);
  return {
    url: `turn:127.0.0.1:${listening}?transport=udp`,
    async close() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether somebody answers a STUN binding request there. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    const settle = (answered: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(answered);
    };
    const timer = setTimeout(settle, 200, false);
    socket.once('message', () => settle(true));
    socket.once('error', () => settle(false));
    socket.send(Buffer.from(`000100002112a442${'00'.repeat(12)}`, 'hex'), port, '127.0.0.1');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
