import { redirectToBlockPage, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "WhatsApp's names lead to a page with a valid certificate that sends everybody on to the block page over plain HTTP.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [redirectToBlockPage(webOf('whatsapp'), 'http')],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['http.blockpage'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: {
            calls: 'unreachable',
            messages: 'likely-blocked',
            messagesMechanism: ['http.blockpage', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
