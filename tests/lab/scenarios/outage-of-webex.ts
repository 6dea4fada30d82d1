import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Webex is out everywhere, as its open incidents say to whoever may read them: an outage, and no block.',
  family: 'not-blocking',
  services: ['webex', 'telegram', 'zoom'],
  explained: true,
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { webex: { messages: 'reachable' } }, others: { messages: 'reachable' } },
    },
    {
      faults: [outage('webex'), announceOutage('webex')],
      truth: { services: { webex: { calls: 'out', messages: 'out' } } },
      rounds: 3,
      expect: {
        services: { webex: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
