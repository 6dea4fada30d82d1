import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Two days pass in a moment after one round of silence: old evidence is no part of a new verdict.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 2,
      expect: { services: { whatsapp: { calls: ['suspected', 'likely-blocked'] } }, others: { calls: 'clear' } },
    },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      clock: { days: 2 },
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 1,
      expect: { services: { whatsapp: { calls: 'suspected', messages: 'reachable' } }, others: { calls: 'clear' } },
    },
  ],
} satisfies Scenario;
