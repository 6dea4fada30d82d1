import { dropUdp, mirrors, relaysOf, serve } from '../faults/index.ts';
import { all, nextEdition, record, SHIPPED_SERIAL, urlsOf } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const silent = dropUdp(relaysOf('whatsapp', 'messenger'));
const unrenewed = nextEdition({ serial: SHIPPED_SERIAL });
const edition = nextEdition(record(all(urlsOf('media', 'whatsapp', 'messenger'), { answeredAgo: 1 })));
const blocked = { calls: 'blocked', by: ['udp.timeout'] } as const;
const beyond =
  'A relay that has never answered this installation, and of which no record says anything, may have moved.';
const unheard = { services: { whatsapp: { ...blocked, beyond }, messenger: { ...blocked, beyond } } };
const unsaid = {
  services: {
    whatsapp: { calls: 'insufficient', messages: 'reachable' },
    messenger: { calls: 'insufficient', messages: 'reachable' },
  },
  others: { calls: 'clear', messages: 'reachable' },
} as const;

export default {
  says: "A network that never let Meta's relays answer: nothing is said of their calls, until a health record says that they answer elsewhere.",
  family: 'whom',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams'],
  updates: true,
  phases: [
    {
      faults: [silent, serve(mirrors(), fresh(unrenewed))],
      truth: unheard,
      rounds: 3,
      expect: { ...unsaid, edition: { serial: null, tries: eachTells(null) } },
    },
    {
      faults: [silent, serve(mirrors(), fresh(edition))],
      clock: { days: 1 },
      truth: unheard,
      rounds: 1,
      expect: { ...unsaid, edition: { serial: edition.serial, tries: eachTells(null) } },
    },
    {
      faults: [silent],
      truth: { services: { whatsapp: blocked, messenger: blocked } },
      rounds: 3,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
          messenger: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
