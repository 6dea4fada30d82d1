import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "One of WhatsApp's web hosts is dead: the others carry its messages.",
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(host('v.whatsapp.net'))],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
