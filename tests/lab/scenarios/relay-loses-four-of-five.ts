import { lose, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Four of five packets of WhatsApp's relays are lost each way: now and then one answers, and nobody could talk.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [lose(relaysOf('whatsapp'), 80)],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 6,
      expect: {
        services: {
          whatsapp: { calls: ['likely-blocked', 'suspected', 'impaired', 'insufficient'], messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
