import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The relays of Teams are silent over UDP and answer over TCP and TLS: calls come about, and may be poor.',
  family: 'how',
  services: ['teams', 'telegram', 'whatsapp'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdp(relaysOf('teams'))],
      truth: { services: { teams: { calls: 'poor', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'impaired',
        services: { teams: { calls: 'impaired', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
