import { answerStatus, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Threema\'s web host answers "unavailable for legal reasons"; without permission no status can be read, only that its server answered.',
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  phases: [
    {
      faults: [answerStatus(webOf('threema'), 451)],
      truth: {
        services: {
          threema: {
            calls: 'blocked',
            messages: 'blocked',
            beyond: 'Without permission the status of an answer is hidden.',
          },
        },
      },
      rounds: 2,
      expect: { others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
