import type { Fault } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const stunPort: Fault = {
  says: 'UDP to port 3478 is dropped',
  forward: [{ match: 'iifname lan0 udp dport 3478', action: 'drop' }],
};

export default {
  says: "The usual port of STUN is shut, and with it half of the controls: Session's relays know no other, Telegram's and Viber's do.",
  family: 'how',
  services: ['session', 'telegram', 'viber'],
  phases: [
    {
      faults: [stunPort],
      truth: { services: { session: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { session: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
