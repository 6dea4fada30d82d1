import { vpnWithoutUdp } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A VPN that carries TCP only: no service is singled out, and relays over TLS still answer.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
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
        // Without permission nobody tells the address.
        where: { operator: null, hints: [] },
        never: { calls: ['clear', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
