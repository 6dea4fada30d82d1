import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const block = dropUdp(relaysOf('telegram'));

export default {
  says: 'A relay falls silent for single rounds, and answers in between: suspected at most, and clear when it answers.',
  family: 'in-time',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [block],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 1,
      expect: { services: { telegram: { calls: 'suspected' } }, others: { calls: 'clear' } },
    },
    { faults: [], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [block],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 1,
      expect: { services: { telegram: { calls: 'suspected' } }, others: { calls: 'clear' } },
    },
    { faults: [], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies Scenario;
