import { createInterface } from 'node:readline';
import { RESOLVER, twin } from '../addresses.ts';
import { serveDns } from './dns.ts';
import { serveImpostors } from './impostor.ts';
import { serveProxy } from './proxy.ts';
import { type Command, type Reply, World } from './state.ts';
import { serveWeb } from './web.ts';

/** The world's servers in one process, run inside the world's namespace. It obeys its standard input, and ends with it. */
const world = new World();
const reply = (message: Reply) => process.stdout.write(`${JSON.stringify(message)}\n`);

await Promise.all([
  serveDns(world, RESOLVER),
  serveDns(world, twin(RESOLVER)),
  serveWeb(world),
  serveImpostors(),
  serveProxy(world),
]);
reply({ ok: true });

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command;
  if ('set' in command) {
    world.state = command.set;
    reply({ ok: true });
  } else if (command.ask === 'forget') {
    world.forget();
    reply({ ok: true });
  } else {
    reply({ ok: true, log: world.log() });
  }
}
process.exit(0);
