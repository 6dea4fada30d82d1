import { line } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open line of 80 kbit/s, which a check fills by itself: what gets lost in that accuses nobody.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'viber', 'messenger', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [line({ kilobytesPerSecond: 10, delayMs: 40 })],
      rounds: 3,
      expect: {
        network: ['clear', 'insufficient'],
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
