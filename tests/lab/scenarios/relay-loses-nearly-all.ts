import { lose, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Nineteen of twenty packets of WhatsApp's relays are lost each way: an answer that leaks through does not end the block.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [lose(relaysOf('whatsapp'), 95)],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 4,
      expect: {
        services: { whatsapp: { calls: ['likely-blocked', 'insufficient'], messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
