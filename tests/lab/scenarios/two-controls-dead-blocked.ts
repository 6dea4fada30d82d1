import { dropUdp, host, relaysOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const dead = host('global.stun.twilio.com', 'stun.nextcloud.com');

export default {
  says: "Two of four STUN operators among the controls are dead, and Telegram's relays are shut: the other two still answer quickly.",
  family: 'not-blocking',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(dead), dropUdp(relaysOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 6,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
