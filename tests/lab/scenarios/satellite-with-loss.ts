import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A satellite line, 600 ms there and back, that loses 5 % of all packets each way.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ delayMs: 300, lossPercent: 5 })],
      rounds: 4,
      expect: { never: { calls: ['likely-blocked', 'unreachable', 'down'], messages: ['likely-blocked', 'down'] } },
    },
  ],
} satisfies Scenario;
