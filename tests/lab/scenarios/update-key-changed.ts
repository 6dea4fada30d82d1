import { mirrors, serve } from '../faults/index.ts';
import { urlHost } from '../faults/targets.ts';
import { nextEdition, withService } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { MOVED_RELAY } from '../feed/hosts.ts';
import { eachTells } from '../feed/judge.ts';
import { NEXT, OWN } from '../feed/key.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition(
  withService('jitsi', (jitsi) => ({ ...jitsi, endpoints: { ...jitsi.endpoints, media: [MOVED_RELAY] } })),
);
const later = { ...edition, serial: edition.serial + 1 };
const [oldRelay, newRelay] = ['meet-jit-si-turnrelay.jitsi.net', urlHost(MOVED_RELAY)] as const;
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'An update of the package takes a key back: what it signed holds no longer, and what its successor signs does.',
  family: 'updates',
  services: ['jitsi', 'telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [serve(mirrors(), fresh(edition))],
      keys: [OWN.key, NEXT.key],
      rounds: 1,
      expect: { edition: { serial: edition.serial, tries: eachTells(null) }, others },
    },
    {
      faults: [],
      keys: [OWN.key, NEXT.key],
      person: { agrees: [newRelay] },
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        others,
        contacted: { [newRelay]: true, [oldRelay]: false },
      },
    },
    {
      faults: [serve(mirrors(), fresh(edition))],
      keys: [NEXT.key],
      clock: { days: 1 },
      rounds: 1,
      expect: {
        edition: { serial: null, tries: eachTells('unknown-key') },
        others,
        contacted: { [newRelay]: false, [oldRelay]: true },
      },
    },
    {
      faults: [serve(mirrors(), fresh(later, NEXT))],
      keys: [NEXT.key],
      clock: { days: 1 },
      rounds: 2,
      // The second one comes after the edition.
      spacing: 4,
      expect: {
        edition: { serial: later.serial, tries: eachTells(null) },
        others,
        contacted: { [newRelay]: true },
      },
    },
  ],
} satisfies Scenario;
