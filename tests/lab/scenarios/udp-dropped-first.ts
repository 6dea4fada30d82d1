import { dropAllUdp } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The first network this installation ever sees lets no UDP out.',
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [dropAllUdp()],
      truth: { services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } }, others: { calls: 'cut-off' } },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable', 'clear'] },
      },
    },
  ],
} satisfies Scenario;
