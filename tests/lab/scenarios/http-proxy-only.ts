import { onlyProxy } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'An office whose only way out is an HTTP proxy: pages and TLS pass, UDP does not, for nobody.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [onlyProxy()],
      browserWith: 'proxy',
      truth: { services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } }, others: { calls: 'cut-off' } },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        services: {
          meet: { calls: 'impaired', messages: 'reachable' },
          teams: { calls: 'impaired', messages: 'reachable' },
        },
        others: { messages: 'reachable' },
        where: { operator: null, hints: [] },
        never: { calls: ['clear', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
