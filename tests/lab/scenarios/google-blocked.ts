import { allOf, host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Two of the controls are Google's. */
const google = host('stun.l.google.com', 'www.gstatic.com', 'www.google.com', 'dns.google');

export default {
  says: "All of Google's addresses are out of reach, two of the controls among them: Meet is blocked, and nobody else.",
  family: 'how',
  services: ['meet', 'whatsapp', 'telegram'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(google), silence(allOf('meet'))],
      truth: { services: { meet: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { meet: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
