import { line, rejectIcmp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Far enough for a refusal on the way to be told from one of this machine. */
const far = line({ delayMs: 30 });

export default {
  says: 'The router answers connections to Threema\'s web host with "port unreachable", which programs see as a refusal.',
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [far, rejectIcmp(webOf('threema'), 'port-unreachable')],
      truth: { services: { threema: { calls: 'blocked', messages: 'blocked', by: ['tcp.reset'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
            calls: 'unreachable',
            mechanism: ['tcp.reset', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['tcp.reset', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
