import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Services with relays over TCP or TLS as well. Google's STUN server is one of the controls and one of Meet's: it is hit too. */
const SERVICES = ['meet', 'teams', 'element', 'threema', 'simplex'];

export default {
  says: 'Relays answer over TCP and TLS only, while UDP works for others: calls may be poor.',
  family: 'how',
  services: SERVICES,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [dropUdp(relaysOf(...SERVICES))],
      truth: { others: { calls: 'poor' } },
      rounds: 6,
      expect: { network: 'impaired', others: { calls: 'impaired', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
