import { onlyProxy } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "An office whose only way out is an HTTP proxy, checked with permission to explain: the proxy's operator names the network, and it is called no VPN.",
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  explained: true,
  phases: [
    {
      faults: [onlyProxy()],
      browserWith: 'proxy',
      truth: { services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } }, others: { calls: 'cut-off' } },
      rounds: 2,
      expect: {
        network: 'udp-blocked',
        services: {
          meet: { calls: 'impaired', messages: 'reachable' },
          teams: { calls: 'impaired', messages: 'reachable' },
        },
        others: { messages: 'reachable' },
        where: { operator: 'Maroc Telecom', hints: [], blocked: {} },
        never: { calls: ['clear', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
