import { onlyProxy } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Firefox hands names of relays to the proxy; Chromium looks them up itself, and so finds no relay. */
/** Firefox leaves it to the proxy. */
const ALONE = 'Chromium looks the names of relays up by itself, and nobody answers it.';

export default {
  says: 'An office whose only way out is an HTTP proxy, and whose resolver does not know the outside.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [onlyProxy('unresolved')],
      browserWith: 'proxy',
      truth: {
        others: { calls: 'cut-off' },
        services: { meet: { calls: 'poor', beyond: ALONE }, teams: { calls: 'poor', beyond: ALONE } },
      },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        others: { messages: 'reachable' },
        never: { calls: ['clear', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
