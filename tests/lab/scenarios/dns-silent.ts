import { muteName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Questions for the names of Meet's web hosts are swallowed, those for all other names answered.",
  family: 'how',
  services: ['meet', 'telegram', 'whatsapp'],
  phases: [
    {
      faults: [muteName(webOf('meet'))],
      truth: { services: { meet: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          meet: {
            calls: 'unreachable',
            mechanism: 'unknown',
            messages: 'likely-blocked',
            messagesMechanism: 'unknown',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
