import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Signal's relays are silent; its servers refuse every browser, blocked or not, so that nothing is said of its messages.",
  family: 'whom',
  services: ['signal', 'telegram', 'meet'],
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { signal: { messages: 'insufficient' } }, others: { calls: 'clear', messages: 'reachable' } },
    },
    {
      faults: [silenceRelays(relaysOf('signal'))],
      truth: { services: { signal: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { signal: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'insufficient' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
