import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: '150 ms there and back, up to 100 ms more, and 10 % of all packets lost each way.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ delayMs: 75, jitterMs: 50, lossPercent: 10 })],
      rounds: 6,
      expect: { never: { calls: ['likely-blocked', 'unreachable', 'down'], messages: ['likely-blocked', 'down'] } },
    },
  ],
} satisfies Scenario;
