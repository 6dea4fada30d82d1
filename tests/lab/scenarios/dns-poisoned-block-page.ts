import { BLOCK_PAGE } from '../addresses.ts';
import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver sends Jitsi's name to the operator's block page, whose certificate nobody trusts.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    {
      faults: [poisonDns(webOf('jitsi'), BLOCK_PAGE)],
      truth: { services: { jitsi: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { jitsi: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: 'unknown' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
