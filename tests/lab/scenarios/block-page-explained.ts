import { blockPage, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Connections to Threema's web host end at the operator's block page; over TLS its certificate is all that is seen of it.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [blockPage(webOf('threema'))],
      truth: {
        services: { threema: { calls: 'blocked', messages: 'blocked', by: ['tls.certificate', 'http.blockpage'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
            calls: 'unreachable',
            mechanism: ['tls.certificate', 'http.blockpage'],
            messages: 'likely-blocked',
            messagesMechanism: ['tls.certificate', 'http.blockpage'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
