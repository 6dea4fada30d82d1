import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The clock is set back by two days after calls were blocked, and then they work: what was stored lies in the future.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: { services: { whatsapp: { calls: 'likely-blocked' } }, others: { calls: 'clear' } },
    },
    {
      faults: [],
      clock: { days: -2 },
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
