import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const UNSEEN = 'No browser can ask its relays.';

export default {
  says: 'Morocco, January 2016: calls of Skype, WhatsApp, Viber and Messenger are shut, then those of imo, Tango and WeChat; messages pass.',
  family: 'whom',
  services: ['whatsapp', 'viber', 'messenger', 'imo', 'tango', 'wechat', 'skype', 'telegram'],
  phases: [
    { faults: [], rounds: 1, expect: { services: { skype: { calls: 'retired' } }, others: { messages: 'reachable' } } },
    {
      faults: [silenceRelays(relaysOf('whatsapp', 'viber', 'messenger'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', by: ['udp.timeout'] },
          viber: { calls: 'blocked', by: ['udp.timeout'] },
          messenger: { calls: 'blocked', by: ['udp.timeout'] },
          imo: { calls: 'blocked', beyond: UNSEEN },
          tango: { calls: 'blocked', beyond: UNSEEN },
          wechat: { calls: 'blocked', beyond: UNSEEN },
          skype: { calls: 'out', messages: 'out' },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          imo: { calls: 'untestable', messages: 'reachable' },
          tango: { calls: 'untestable', messages: 'reachable' },
          wechat: { calls: 'untestable', messages: 'reachable' },
          skype: { calls: 'retired', messages: 'insufficient' },
          telegram: { calls: 'clear', messages: 'reachable' },
        },
        others: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
