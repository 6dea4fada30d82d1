import { NOWHERE } from '../addresses.ts';
import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver sends Meet's names to a public address at which nothing answers: all that can be seen is silence.",
  family: 'how',
  services: ['meet', 'telegram', 'whatsapp'],
  explained: true,
  phases: [
    {
      faults: [poisonDns(webOf('meet'), NOWHERE)],
      truth: { services: { meet: { calls: 'blocked', messages: 'blocked', by: ['tcp.timeout', 'dns.poisoned'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          meet: {
            calls: 'unreachable',
            mechanism: ['tcp.timeout', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['tcp.timeout', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
