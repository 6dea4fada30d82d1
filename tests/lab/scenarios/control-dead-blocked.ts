import { dropUdp, host, relaysOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const dead = host('global.stun.twilio.com', 'captive.apple.com');

export default {
  says: "One STUN control and one web control are dead, and Telegram's relays are shut: found all the same.",
  family: 'not-blocking',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(dead), dropUdp(relaysOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
