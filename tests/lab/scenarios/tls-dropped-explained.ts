import { dropSni, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TLS greetings to Meet's web hosts are dropped; only Firefox tells that the connection had come up.",
  family: 'how',
  services: ['meet', 'telegram', 'whatsapp'],
  explained: true,
  phases: [
    {
      faults: [dropSni(webOf('meet'))],
      truth: { services: { meet: { calls: 'blocked', messages: 'blocked', by: ['tls.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          meet: {
            calls: 'unreachable',
            mechanism: ['tls.timeout', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['tls.timeout', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
