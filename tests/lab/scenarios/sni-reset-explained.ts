import { resetSni, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TLS greetings to Meet's web hosts, which Google documents, meet a reset; with permission to explain, the reset is named.",
  family: 'how',
  services: ['meet', 'telegram', 'whatsapp'],
  explained: true,
  phases: [
    {
      faults: [resetSni(webOf('meet'))],
      truth: { services: { meet: { calls: 'blocked', messages: 'blocked', by: ['tls.reset'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          meet: {
            calls: 'unreachable',
            mechanism: 'tls.reset',
            messages: 'likely-blocked',
            messagesMechanism: 'tls.reset',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
