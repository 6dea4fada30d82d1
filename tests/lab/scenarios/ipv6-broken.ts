import { ipv6 } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'IPv6 is there and swallows every packet, IPv4 works: apps fall back, and nothing is accused.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams', 'messenger'],
  phases: [
    {
      faults: [ipv6('broken')],
      truth: {},
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
