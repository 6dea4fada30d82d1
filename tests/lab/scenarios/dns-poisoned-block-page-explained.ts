import { BLOCK_PAGE } from '../addresses.ts';
import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver sends the names of Teams to the operator's block page; seen is a certificate that nobody trusts.",
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [poisonDns(webOf('teams'), BLOCK_PAGE)],
      truth: {
        services: {
          teams: { calls: 'blocked', messages: 'blocked', by: ['tls.certificate', 'dns.poisoned', 'http.blockpage'] },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
            calls: 'unreachable',
            mechanism: 'tls.certificate',
            messages: 'likely-blocked',
            messagesMechanism: 'tls.certificate',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
