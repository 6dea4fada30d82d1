import { dropUdp, relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A first check on a network that always blocked: relays that official documents name need no earlier answer.',
  family: 'whom',
  services: ['meet', 'jitsi', 'telegram'],
  phases: [
    {
      faults: [silenceRelays(relaysOf('jitsi')), dropUdp(relaysOf('telegram'))],
      rounds: 3,
      expect: {
        services: {
          jitsi: { calls: 'likely-blocked', messages: 'reachable' },
          telegram: { calls: 'insufficient', messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
