import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line that loses 15 % of all packets each way: a bad line is not a block.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ lossPercent: 15, delayMs: 20 })],
      rounds: 6,
      expect: { never: { calls: ['likely-blocked', 'unreachable', 'down'], messages: ['likely-blocked', 'down'] } },
    },
  ],
} satisfies Scenario;
