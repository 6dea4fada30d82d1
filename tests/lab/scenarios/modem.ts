import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line of 24 kbit/s, too slow for one check to end: nobody is accused.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ kilobytesPerSecond: 3, delayMs: 60 })],
      rounds: 2,
      expect: {
        never: { calls: ['likely-blocked', 'suspected', 'unreachable'], messages: ['likely-blocked', 'suspected'] },
      },
    },
  ],
} satisfies Scenario;
