import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const some = host('91.108.9.35', '91.108.13.23');

export default {
  says: "Brazil, April 2023: an operator shuts some of Telegram's addresses and overlooks others, which carry on.",
  family: 'whom',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(some)],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
