import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Jitsi's relay is silent over UDP and answers over TLS: calls come about, and may be poor.",
  family: 'how',
  services: ['jitsi', 'telegram', 'whatsapp'],
  phases: [
    {
      faults: [dropUdp(relaysOf('jitsi'))],
      truth: { services: { jitsi: { calls: 'poor', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'impaired',
        services: { jitsi: { calls: 'impaired', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
