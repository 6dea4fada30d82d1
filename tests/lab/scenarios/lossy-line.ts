import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A tenth of all packets is lost each way, 40 ms to the world and back: a bad line is not a block.',
  family: 'line',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams', 'viber', 'zoom'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [line({ lossPercent: 10, delayMs: 20 })],
      rounds: 6,
      expect: { never: { calls: ['likely-blocked', 'unreachable', 'down'], messages: ['likely-blocked', 'down'] } },
    },
  ],
} satisfies Scenario;
