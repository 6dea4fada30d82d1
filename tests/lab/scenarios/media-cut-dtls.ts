import { cutMedia, type Fault, relaysOf } from '../faults/index.ts';
import { addresses } from '../faults/targets.ts';
import type { Scenario } from '../scenario.ts';

const relays = relaysOf('telegram');
/** A check sends no media, so the filter meets only what it lets pass; that is counted. */
const lettingThrough: Fault = {
  says: 'all else to these relays passes',
  forward: [{ match: `iifname lan0 ip daddr ${addresses(relays)} meta l4proto udp`, action: 'accept' }],
};
const cut = cutMedia('dtls', relays);

export default {
  says: 'A call through a relay of Telegram is set up, and the handshake inside it never ends: what passes before it is all that a check sees.',
  family: 'how',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    {
      faults: [{ ...cut, forward: [...(cut.forward ?? []), ...(lettingThrough.forward ?? [])] }],
      truth: {
        services: {
          telegram: {
            calls: 'blocked',
            by: ['media.cut'],
            beyond: 'Without credentials for the relay no media can be sent through it.',
          },
        },
      },
      rounds: 2,
      expect: { services: { telegram: { messages: 'reachable' } }, others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
