import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallTransport } from '../../../core/call/call.ts';
import type { OwnAddress } from '../../../core/own/server.ts';
import { authority, leafFiles } from '../../lab/certificates.ts';
import { start } from '../../lab/command.ts';
import { until } from '../until.ts';

export const USER = { username: 'caller', password: 'pass word/1' } as const;

/** Every name leads to this machine in these tests. */
const NAME = 'relay.example';

/** A real coturn on this machine. */
export interface Relay {
  readonly addresses: Readonly<Record<CallTransport, OwnAddress>>;
  /** Places on the relay that are given out and not given back. */
  held(): number;
  close(): void;
}

/** @param options more of its options; with `--allow-loopback-peers` both sides of a call may have their place on this machine */
export async function openRelay(...options: string[]): Promise<Relay> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-relay-'));
  const [port, tlsPort] = await Promise.all([freePort(), freePort()]);
  const leaf = await leafFiles(await authority('trusted'), { hosts: [NAME] });
  const child = start('turnserver', [
    ...['-n', '--no-cli', '--relay-threads=1', '--verbose', '--log-file=stdout', '--simple-log'],
    ...[
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      `--tls-listening-port=${tlsPort}`,
    ],
    ...[`--realm=${NAME}`, '--lt-cred-mech', '--fingerprint', `--user=${USER.username}:${USER.password}`],
    ...[`--cert=${leaf.certificate}`, `--pkey=${leaf.key}`],
    ...[`--userdb=${folder}/turndb`, `--pidfile=${folder}/pid`, ...options],
  ]);
  let log = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stderr?.resume();
  const sessions = (what: RegExp) => new Set([...log.matchAll(what)].map(([, session]) => session));
  await until('the relay listens', () => answers(tlsPort), 10_000);
  return {
    addresses: {
      udp: { kind: 'turn', url: `turn:127.0.0.1:${port}?transport=udp` },
      tcp: { kind: 'turn', url: `turn:127.0.0.1:${port}?transport=tcp` },
      tls: { kind: 'turn', url: `turns:${NAME}:${tlsPort}` },
    },
    held: () =>
      sessions(/session (\d+): new,/g).difference(sessions(/session (\d+): (?:refreshed,.* lifetime=0|closed)/g)).size,
    close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One that nobody listens on, a moment ago at least. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(Object(address).port as number));
    });
  });
}

const answers = (port: number): Promise<boolean> =>
  fetch(`https://127.0.0.1:${port}/`).then(
    () => true,
    (error: Error) => Object(error.cause).code !== 'ECONNREFUSED',
  );
