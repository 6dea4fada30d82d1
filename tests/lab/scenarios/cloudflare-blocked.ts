import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const cloudflare = host('stun.cloudflare.com', '162.159.207.1', 'cp.cloudflare.com', 'turn.cloudflare.com', '1.1.1.1');

export default {
  says: "All of Cloudflare's addresses are out of reach, three of the controls among them: who lives elsewhere is not accused.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(cloudflare)],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
