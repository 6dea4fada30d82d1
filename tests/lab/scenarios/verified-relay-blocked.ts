import { dropUdp, relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A first check on a network that always blocked: relays that official documents name need no earlier answer.',
  family: 'whom',
  services: ['meet', 'jitsi', 'telegram'],
  phases: [
    {
      faults: [silenceRelays(relaysOf('jitsi')), dropUdp(relaysOf('telegram'))],
      truth: {
        services: {
          jitsi: { calls: 'blocked', by: ['udp.timeout'] },
          telegram: {
            calls: 'blocked',
            by: ['udp.timeout'],
            beyond: 'A relay that has never answered this installation may have moved.',
          },
        },
      },
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
