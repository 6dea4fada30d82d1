import { throttle, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Telegram's web hosts get 1 kB/s, so that even a greeting takes its time: slow is not blocked.",
  family: 'how',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [throttle(webOf('telegram'), 1)],
      truth: { services: { telegram: { messages: 'poor', beyond: 'What a check sends is too little to notice.' } } },
      rounds: 3,
      expect: { others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
