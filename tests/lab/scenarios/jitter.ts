import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line whose delay varies between 40 and 340 ms there and back.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ delayMs: 20, jitterMs: 150 })],
      rounds: 4,
      expect: {
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'suspected', 'unreachable', 'insufficient'] },
      },
    },
  ],
} satisfies Scenario;
