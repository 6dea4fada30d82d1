import { vpnWithoutUdp } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A VPN that carries TCP only, checked with permission to explain: it is told from a firewall by how the web leaves.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  explained: true,
  phases: [
    {
      faults: [vpnWithoutUdp()],
      exit: 'vpn',
      truth: { services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } }, others: { calls: 'cut-off' } },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        services: { meet: { calls: 'impaired' }, teams: { calls: 'impaired' } },
        others: { messages: 'reachable' },
        where: { operator: 'Datacamp', hints: ['carries-no-udp', 'hosting-exit'], blocked: {} },
        never: { calls: ['clear', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
