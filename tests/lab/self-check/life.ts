import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must, start } from '../command.ts';
import { Lab } from '../lab.ts';
import { removeLeftovers } from '../namespaces.ts';
import { strain } from '../strain.ts';
import type { Inside } from './inside.ts';
import type { Statement } from './statement.ts';

/** How a lab comes and goes. */
export const lifeStatements = (lab: Lab, inside: Inside): Statement[] => [
  {
    says: 'two labs run side by side, and one going down leaves the other alone',
    async prove() {
      const second = await Lab.up();
      const { code } = await second.client.run('curl', ['-sSf', '--cacert', second.authority, 'https://zoom.us/']);
      const name = second.client.namespace;
      second.down();
      const [word] = await inside.ask(['stun:stun.cloudflare.com:3478']);
      return [
        ...(code === 0 ? [] : [`a page in the second lab: curl ended with ${code}`]),
        ...(word?.startsWith('srflx') ? [] : [`the first lab afterwards: ${word}`]),
        ...(spaces().includes(name) ? ['the second lab is still there'] : []),
      ];
    },
  },
  {
    says: 'on an overloaded device programs run a fifth of the time, and afterwards all of it',
    async prove() {
      const count =
        'const end = Date.now() + 1000; let turns = 0; while (Date.now() < end) turns++; console.log(turns)';
      const turns = async () => Number((await lab.client.run(process.execPath, ['-e', count])).stdout);
      const over = new AbortController();
      const strained = strain(lab.client.namespace, 0.2, over.signal);
      const slow = await turns();
      over.abort();
      await strained;
      const share = slow / (await turns());
      return share > 0.05 && share < 0.4 ? [] : [`it was ${Math.round(share * 100)} % of the time`];
    },
  },
  {
    says: 'a lab that is interrupted takes itself down',
    async prove() {
      const { pid, gone } = await labOfAnotherProcess('SIGINT');
      await gone;
      return spaces()
        .filter((name) => name.startsWith(`rbk-${pid}.`))
        .map((name) => `${name} is still there`);
    },
  },
  {
    says: 'what a killed run left behind is removed, with its processes, and labs in use stay',
    async prove() {
      const { pid, gone } = await labOfAnotherProcess('SIGKILL');
      await gone;
      const own = spaces().filter((name) => name.startsWith(`rbk-${pid}.`));
      const removed = removeLeftovers().filter((name) => own.includes(name));
      const relays = (await must('ps', ['-eo', 'pid,args'])).split('\n').filter((row) => row.includes(`rbk-${pid}.`));
      return [
        ...(removed.length === 3 ? [] : [`${removed.length} namespaces were removed`]),
        ...relays.map((row) => `still running: ${row}`),
        ...(spaces().includes(lab.client.namespace) ? [] : ['this lab is gone too']),
      ];
    },
  },
];

const spaces = (): string[] => readdirSync('/run/netns');

/** Starts a lab in a process of its own, and ends that process once the lab is up. */
async function labOfAnotherProcess(signal: 'SIGINT' | 'SIGKILL') {
  const program = `import { Lab } from ${JSON.stringify(join(import.meta.dirname, '../lab.ts'))}; await Lab.up(); console.log('up');`;
  const child = start(process.execPath, ['--input-type=module', '--eval', program]);
  const gone = new Promise((resolve) => child.on('exit', resolve));
  await Promise.race([new Promise((resolve) => child.stdout?.once('data', resolve)), gone]);
  child.kill(signal);
  return { pid: child.pid, gone };
}
