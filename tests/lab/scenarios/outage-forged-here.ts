import { announceOutage, poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Zoom's status page tells of an outage while its names are answered falsely here: no outage does that, so it excuses nothing.",
  family: 'whom',
  services: ['zoom', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [announceOutage('zoom'), poisonDns(webOf('zoom'))],
      truth: { services: { zoom: { calls: 'blocked', messages: 'blocked', by: ['dns.poisoned'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          zoom: {
            calls: 'unreachable',
            mechanism: 'dns.poisoned',
            messages: 'likely-blocked',
            messagesMechanism: 'dns.poisoned',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['down'], messages: ['down'] },
      },
    },
  ],
} satisfies Scenario;
