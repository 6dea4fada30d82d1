import { dropUdp, ipv6, overIpv4, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "A filter drops UDP to Teams' relays over IPv4 and forgets IPv6: calls work for who has both.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [ipv6('working'), overIpv4(dropUdp(relaysOf('teams')))],
      truth: {},
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
