import { dropServerHello, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The TLS greetings of the web hosts of Teams never arrive; only Firefox tells that the connection had come up.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [dropServerHello(webOf('teams'))],
      truth: { services: { teams: { calls: 'blocked', messages: 'blocked', by: ['tls.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
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
