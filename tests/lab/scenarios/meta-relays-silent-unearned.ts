import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const UNEARNED = 'A relay that has never answered this installation may have moved.';

export default {
  says: "Meta's relays are silent, and have never answered here: they may have moved, so nothing is said of their calls.",
  family: 'whom',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [dropUdp(relaysOf('whatsapp', 'messenger'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', by: ['udp.timeout'], beyond: UNEARNED },
          messenger: { calls: 'blocked', by: ['udp.timeout'], beyond: UNEARNED },
        },
      },
      rounds: 3,
      expect: {
        services: {
          whatsapp: { calls: 'insufficient', messages: 'reachable' },
          messenger: { calls: 'insufficient', messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
