import { dropStun } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'STUN is known by its magic cookie and dropped, whoever is asked: the network is named, and no service.',
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropStun()],
      truth: {
        services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } },
        others: { calls: 'cut-off' },
      },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        services: { meet: { calls: 'impaired' }, teams: { calls: 'impaired' } },
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable', 'clear'] },
      },
    },
  ],
} satisfies Scenario;
