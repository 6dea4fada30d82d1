import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line that loses 5 % of all packets each way: nobody notices but the ear.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ lossPercent: 5, delayMs: 20 })],
      rounds: 4,
      expect: {
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'suspected', 'unreachable', 'insufficient'] },
      },
    },
  ],
} satisfies Scenario;
