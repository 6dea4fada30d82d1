import { announceOutage, dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "WhatsApp's relays are shut here while Meta tells of high disruptions of its interfaces for businesses: messages pass, so that excuses nothing.",
  family: 'whom',
  services: ['whatsapp', 'telegram', 'zoom'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [announceOutage('whatsapp'), dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        services: { whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['down'], messages: ['down'] },
      },
    },
  ],
} satisfies Scenario;
