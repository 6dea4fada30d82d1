import { mirrors, silence } from '../faults/index.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'No mirror says a word: the look is over before the browser ends a background that waits, and diagnostics can tell.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [silence(mirrors())],
      rounds: 1,
      expect: {
        edition: { serial: null, tries: eachTells('unreachable') },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
