import { answerStatus, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Threema\'s web host answers "unavailable for legal reasons", which is as plain as a block can be.',
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [answerStatus(webOf('threema'), 451)],
      truth: { services: { threema: { calls: 'blocked', messages: 'blocked', by: ['http.blockpage'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
            calls: 'unreachable',
            mechanism: 'http.blockpage',
            messages: 'likely-blocked',
            messagesMechanism: 'http.blockpage',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
