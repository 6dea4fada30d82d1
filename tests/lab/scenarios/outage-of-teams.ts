import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Teams is out everywhere, as Microsoft's status page says to whoever may read it: an outage, and no block.",
  family: 'not-blocking',
  services: ['teams', 'telegram', 'zoom'],
  explained: true,
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { teams: { messages: 'reachable' } }, others: { messages: 'reachable' } },
    },
    {
      faults: [outage('teams'), announceOutage('teams')],
      truth: { services: { teams: { calls: 'out', messages: 'out' } } },
      rounds: 3,
      expect: {
        services: { teams: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
