import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line with a round trip of 150 ms, as to another continent.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ delayMs: 75 })],
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
