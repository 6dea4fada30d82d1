import { existsSync, readFileSync } from 'node:fs';
import { DAY_MS } from '../../../core/day.ts';
import { readPasted } from '../../../core/own/paste.ts';
import { iceCredentials } from '../../../core/own/rest.ts';
import { authority, leafFiles } from '../certificates.ts';
import { type CommandResult, start } from '../command.ts';
import type { Statement } from '../self-check/statement.ts';
import { anotherComputer, OVER } from './client.ts';
import { blocks, STEPS } from './document.ts';
import { CLIENT, connect, HOST } from './network.ts';
import { freshServer, type Server } from './server.ts';

/** Of kinds that lead into somebody's network, as peers. */
const DENIED = ['10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '224.0.0.1'];

const passed = ({ code, stdout, stderr }: CommandResult, times = 1): string[] =>
  code === 0 && stdout.split('Total lost packets 0 ').length === times + 1
    ? []
    : [`ended with ${code}: ${last(stdout + stderr)}`];
const refused = ({ code, stdout, stderr }: CommandResult, word: RegExp): string[] =>
  code !== 0 && word.test(stdout + stderr) ? [] : [`was not refused (${code}): ${last(stdout + stderr)}`];
const last = (text: string) => text.trim().split('\n').slice(-2).join(' / ');
const isAlive = (pid: number) => existsSync(`/proc/${pid}`);
const each = async <T>(list: readonly T[], look: (one: T) => Promise<string[]>): Promise<string[]> =>
  (await Promise.all(list.map(async (one) => (await look(one)).map((wrong) => `${one}: ${wrong}`)))).flat();

/** Each begins with a relay that has no users: what a client does not give back counts against the quota for ten minutes. */
const afresh = (server: Server, statements: readonly Statement[]): Statement[] =>
  statements.map(({ says, prove }) => ({
    says,
    prove: async () => {
      await server.run('systemctl restart coturn');
      return prove();
    },
  }));

/** About a server with an address of its own. */
export async function publicStatements(): Promise<Statement[]> {
  const names = await connect('public');
  const server = await freshServer(names);
  const made = await server.follow(STEPS);
  const client = await anotherComputer(names, server);
  const peer = start('ip', ['netns', 'exec', names.client, 'turnutils_peer', '-L', CLIENT]);
  peer.stdout?.resume();
  const password = () => server.value('PASSWORD');
  return afresh(server, [
    {
      says: 'the commands run to their end on a fresh server',
      prove: async () => (made.code === 0 ? [] : [`ended with ${made.code}: ${made.stderr}`]),
    },
    {
      says: 'the relay is nobody of importance, and may do nothing but take its ports',
      prove: async () => {
        const status = readFileSync(`/proc/${server.relay()}/status`, 'utf8');
        const [, uid] = /^Uid:\t(\d+)/m.exec(status) ?? [];
        const [, rights] = /^CapEff:\t0*(\w+)/m.exec(status) ?? [];
        return uid === '0' || rights !== '400' ? [`uid ${uid}, capabilities ${rights}`] : [];
      },
    },
    {
      says: 'what the document tries from another computer works, certificate and all',
      prove: async () => {
        const seen = await client.follow('6. See that it works');
        return [
          ...passed(seen, 2),
          ...(seen.stdout.includes('Verify return code: 0 (ok)') ? [] : ['the certificate was not verified']),
        ];
      },
    },
    {
      says: 'a renewed certificate is taken without a restart',
      prove: async () => {
        const renewed = await leafFiles(await authority('trusted'), { hosts: [HOST, `www.${HOST}`] });
        const relay = server.relay();
        await server.run(
          `LAB_CERTIFICATE=${renewed.certificate} certbot certonly --domain ${HOST} --deploy-hook /usr/local/sbin/relay-certificate`,
        );
        return [
          ...((await client.certificate()).includes(`www.${HOST}`) ? [] : ['the old one is shown']),
          ...(server.relay() === relay && isAlive(relay) ? [] : ['the relay was restarted']),
        ];
      },
    },
    {
      says: 'its credentials open it over UDP, TCP and TLS on 443',
      prove: () => each(OVER, async (over) => passed(await client.relayed(over, 'me', password()))),
    },
    {
      says: 'others do not',
      prove: () =>
        each(OVER, async (over) =>
          refused(await client.relayed(over, 'me', `${password()}x`), /Cannot complete Allocation/),
        ),
    },
    {
      says: 'it carries packets to public addresses',
      prove: async () => passed(await client.relayed('udp', 'me', password(), ['-e', CLIENT])),
    },
    {
      says: 'it carries none to private addresses, or to its own loopback',
      prove: () =>
        each(DENIED, async (to) => refused(await client.relayed('udp', 'me', password(), ['-e', to]), /403/)),
    },
    {
      says: 'one user has no more than the quota',
      prove: async () => refused(await client.relayed('udp', 'me', password(), ['-y', '-m', '60']), /486|Quota/i),
    },
    {
      says: 'the firewall lets in what is named, and nothing else',
      prove: async () => {
        const other = start('ip', [
          'netns',
          'exec',
          names.world,
          process.execPath,
          '-e',
          'require("net").createServer().listen(8080,()=>console.log(1))',
        ]);
        await new Promise((resolve) => other.stdout?.once('data', resolve));
        const wrong = [
          ...(await each([443, 3478], async (port) => ((await client.reaches(port)) ? [] : ['is closed']))),
          ...((await client.reaches(8080)) ? ['8080 is open'] : []),
        ];
        other.kill();
        return wrong;
      },
    },
    {
      says: 'the addresses to paste are read',
      prove: async () => {
        const read = readPasted(blocks('7. Add it to Ringback', 'text'), 0);
        return 'draft' in read && read.draft.name === HOST && read.draft.addresses.length === 4
          ? []
          : [JSON.stringify(read)];
      },
    },
    {
      says: 'with a shared secret, credentials of the day open it, and older ones and the user of before do not',
      prove: async () => {
        const user = 'me';
        const changed = await server.follow(['Credentials that end by themselves']);
        const at = (now: number) => iceCredentials({ kind: 'rest', user, secret: server.value('SECRET') }, now);
        const today = await at(Date.now());
        const before = await at(Date.now() - 2 * DAY_MS);
        const closed = /Cannot complete Allocation/;
        return [
          ...(changed.code === 0 ? [] : [changed.stderr]),
          ...(await each(OVER, async (over) => passed(await client.relayed(over, today.username, today.credential)))),
          ...refused(await client.relayed('udp', before.username, before.credential), closed),
          ...refused(await client.relayed('udp', user, password()), closed),
        ];
      },
    },
  ]);
}

/** About one whose address is translated. */
export async function privateStatements(): Promise<Statement[]> {
  const names = await connect('private');
  const server = await freshServer(names);
  const made = await server.follow([...STEPS, 'A server whose own address is private']);
  const client = await anotherComputer(names, server);
  return afresh(server, [
    {
      says: 'a server whose own address is private carries calls between two of its users',
      prove: async () => [
        ...(made.code === 0 ? [] : [`ended with ${made.code}: ${made.stderr}`]),
        ...(await each(OVER, async (over) => passed(await client.relayed(over, 'me', server.value('PASSWORD'))))),
      ],
    },
    {
      says: "and still none into its provider's network",
      prove: () =>
        each(['10.20.0.254', ...DENIED], async (to) =>
          refused(await client.relayed('udp', 'me', server.value('PASSWORD'), ['-e', to]), /403/),
        ),
    },
  ]);
}
