import { host, resetSni } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'One of the web hosts that carry Messenger is shut; messages and calls go by the others.',
  family: 'whom',
  services: ['messenger', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [resetSni(host('www.facebook.com'))],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
