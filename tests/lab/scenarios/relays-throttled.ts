import { type Fault, relaysOf, throttle } from '../faults/index.ts';
import { addresses } from '../faults/targets.ts';
import type { Scenario } from '../scenario.ts';

const relays = relaysOf('whatsapp');
const limit = throttle(relays, 1);

/** A check sends too little to meet the limit; what it lets pass is counted. */
const limited: Fault = {
  ...limit,
  forward: [...(limit.forward ?? []), { match: `oifname lan0 ip saddr ${addresses(relays)}`, action: 'accept' }],
};

export default {
  says: "WhatsApp's relays get 1 kB/s, a third of what a voice needs: a check needs less.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [limited],
      truth: {
        services: { whatsapp: { calls: 'blocked', beyond: 'The few packets of a check stay below any limit.' } },
      },
      rounds: 2,
      expect: { services: { whatsapp: { messages: 'reachable' } }, others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
