import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver sends WhatsApp's web hosts to this very machine, where nothing listens. Chromium does not tell the address: no guess then.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [poisonDns(webOf('whatsapp'), '127.0.0.1')],
      truth: {
        services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['dns.poisoned'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: {
            calls: 'unreachable',
            messages: 'likely-blocked',
            messagesMechanism: ['unknown', 'dns.poisoned'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
