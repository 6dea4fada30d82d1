import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open network and a device that is overloaded: its programs run a fifth of the time.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [],
      strained: { share: 0.2 },
      truth: {},
      rounds: 3,
      expect: {
        others: { calls: ['clear', 'insufficient'], messages: ['reachable', 'insufficient'] },
        never: { calls: ['suspected', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
