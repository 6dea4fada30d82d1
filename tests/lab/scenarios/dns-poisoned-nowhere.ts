import { poisonToNowhere, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The resolver answers with a public address where nobody is.',
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [poisonToNowhere(webOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: 'unknown' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
