import { vpn } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A tunnel that carries everything is a network like any other.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [vpn()],
      exit: 'vpn',
      truth: {},
      rounds: 3,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        where: { operator: 'Datacamp', hints: ['hosting-exit'] },
      },
    },
  ],
} satisfies Scenario;
