import { closeOnGreeting, dropUdp, mirrors, relaysOf, serve } from '../faults/index.ts';
import { urlHost } from '../faults/targets.ts';
import { all, nextEdition, record, urlsOf, withService } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { MOVED_RELAY } from '../feed/hosts.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition({
  ...withService('jitsi', (jitsi) => ({ ...jitsi, endpoints: { ...jitsi.endpoints, media: [MOVED_RELAY] } })),
  ...record(all(urlsOf('media', 'whatsapp'), { answeredAgo: 1 })),
});
const silent = dropUdp(relaysOf('whatsapp'));
const blocked = { calls: 'blocked', by: ['udp.timeout'] } as const;
const beyond =
  'A relay that has never answered this installation, and of which no record says anything, may have moved.';
const contacted = { [urlHost(MOVED_RELAY)]: true, 'meet-jit-si-turnrelay.jitsi.net': false };
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'For 100 days no newer edition comes: the addresses of the last one are asked on, and its health record vouches for nobody.',
  family: 'updates',
  services: ['whatsapp', 'jitsi', 'telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [silent, serve(mirrors(), fresh(edition))],
      truth: { services: { whatsapp: { ...blocked, beyond } } },
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: eachTells(null) },
        services: { whatsapp: { calls: 'insufficient', messages: 'reachable' } },
        others,
      },
    },
    {
      faults: [silent],
      person: { agrees: [urlHost(MOVED_RELAY)] },
      truth: { services: { whatsapp: blocked } },
      rounds: 3,
      expect: {
        services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable' } },
        others,
        contacted,
      },
    },
    {
      faults: [silent, closeOnGreeting(mirrors())],
      clock: { days: 100 },
      truth: { services: { whatsapp: { ...blocked, beyond } } },
      rounds: 3,
      expect: {
        edition: { serial: edition.serial, tries: eachTells('unreachable') },
        services: { whatsapp: { calls: 'insufficient', messages: 'reachable' } },
        others,
        contacted,
      },
    },
  ],
} satisfies Scenario;
