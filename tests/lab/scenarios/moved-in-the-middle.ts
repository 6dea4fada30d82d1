import { unplugged } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'From one open network to another while a round is under way: the cable is out for half a second, and the address is new.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [],
      during: [
        { afterMs: 150, faults: [unplugged()] },
        { afterMs: 650, faults: [], exit: 'away' },
      ],
      truth: {},
      rounds: 3,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['suspected', 'likely-blocked', 'unreachable'], messages: ['suspected', 'likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
