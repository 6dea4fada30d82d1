import { allOf, host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'WhatsApp and FaceTime are blocked, and with them the hosts that would tell of an outage: what is blocked stays blocked.',
  family: 'whom',
  services: ['whatsapp', 'facetime', 'telegram'],
  explained: true,
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { facetime: { messages: 'reachable' } }, others: { calls: 'clear' } },
    },
    {
      faults: [silence(allOf('whatsapp', 'facetime')), silence(host('metastatus.com', 'www.apple.com'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', messages: 'blocked', by: ['tcp.timeout'] },
          facetime: { calls: 'blocked', messages: 'blocked', by: ['tcp.timeout'] },
        },
      },
      rounds: 3,
      expect: {
        services: {
          whatsapp: { calls: 'unreachable', messages: 'likely-blocked' },
          facetime: { calls: 'unreachable', messages: 'likely-blocked' },
        },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['down'], messages: ['down'] },
      },
    },
  ],
} satisfies Scenario;
