import { lose, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Three of four packets of WhatsApp's relays are lost each way, on a line without any loss: not silence, and no good calls either.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [lose(relaysOf('whatsapp'), 75)],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 6,
      expect: {
        services: {
          whatsapp: { calls: ['impaired', 'suspected', 'likely-blocked', 'insufficient'], messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
