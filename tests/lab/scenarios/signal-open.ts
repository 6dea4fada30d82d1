import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open network, seen through Signal: its servers have an authority of their own, which no browser trusts.',
  family: 'line',
  services: ['signal', 'telegram'],
  phases: [
    {
      faults: [],
      rounds: 3,
      expect: {
        services: { telegram: { calls: 'clear', messages: 'reachable' } },
        never: {
          calls: ['likely-blocked', 'suspected', 'unreachable', 'down'],
          messages: ['likely-blocked', 'suspected', 'down'],
        },
      },
    },
  ],
} satisfies Scenario;
