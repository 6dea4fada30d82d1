import { once } from 'node:events';
import { join } from 'node:path';
import { type CommandResult, run, start } from '../command.ts';
import type { Namespaces } from '../namespaces.ts';
import { blocks } from './document.ts';
import { HOST, PUBLIC } from './network.ts';
import type { Server } from './server.ts';

export const OVER = ['udp', 'tcp', 'tls'] as const;
type Over = (typeof OVER)[number];

/** Another computer, with coturn's own client. */
export interface Client {
  /** Runs what stands under the heading, with the server's variables. */
  follow(heading: string): Promise<CommandResult>;
  /** Goes through the relay to a peer, or to itself. */
  relayed(over: Over, user: string, password: string, more?: readonly string[]): Promise<CommandResult>;
  /** Names in the certificate on port 443. */
  certificate(): Promise<string>;
  /** Whether a TCP connection to this port of the server is taken. */
  reaches(port: number): Promise<boolean>;
}

const FORWARD_PORT = 4433;
const TO_ITSELF = ['-y'];

export async function anotherComputer({ client }: Namespaces, server: Server): Promise<Client> {
  const inside = (args: readonly string[], input?: string) =>
    run('ip', ['netns', 'exec', client, 'timeout', '30', ...args], {
      env: { SSL_CERT_FILE: server.trusted },
      ...(input !== undefined && { input }),
    });
  // coturn's client picks a version of TLS by chance, also those that nobody has any more; so it talks TCP to a door that speaks TLS.
  const forward = start('ip', [
    ...['netns', 'exec', client, process.execPath, join(import.meta.dirname, 'tls-forward.ts')],
    ...[String(FORWARD_PORT), HOST, server.trusted],
  ]);
  forward.stderr?.resume();
  if (forward.stdout) await once(forward.stdout, 'data');
  return {
    follow: (heading) => inside(['bash', '-eu'], `. ${server.state}\n${blocks(heading)}`),
    relayed: (over, user, password, more = TO_ITSELF) => {
      const way =
        over === 'tls' ? ['-t', '-p', String(FORWARD_PORT)] : [...(over === 'tcp' ? ['-t'] : []), '-p', '443'];
      const at = over === 'tls' ? '127.0.0.1' : HOST;
      return inside(['turnutils_uclient', ...way, ...more, '-u', user, '-w', password, at]);
    },
    certificate: async () => {
      const show = `openssl s_client -connect ${HOST}:443 </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName`;
      return (await inside(['sh', '-c', show])).stdout;
    },
    reaches: async (port) =>
      (await inside(['timeout', '2', 'bash', '-c', `exec 3<>/dev/tcp/${PUBLIC}/${port}`])).code === 0,
  };
}
