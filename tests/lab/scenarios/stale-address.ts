import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "An address of the catalogue is stale: one of WhatsApp's relays has never answered here, and the others do.",
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [silence(host('157.240.203.62'))],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
