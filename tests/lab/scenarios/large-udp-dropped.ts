import { dropLargeUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'UDP packets of more than 800 bytes are dropped, as on some tunnels: STUN is smaller.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropLargeUdp(relaysOf('whatsapp', 'telegram'), 800)],
      truth: {
        services: {
          whatsapp: { beyond: 'Nothing that a check sends is so large.' },
          telegram: { beyond: 'Nothing that a check sends is so large.' },
        },
      },
      rounds: 3,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
