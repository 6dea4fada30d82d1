import { mirrors, serve } from '../faults/index.ts';
import { urlHost } from '../faults/targets.ts';
import { nextEdition, withService } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { MOVED_RELAY, NEWCOMER } from '../feed/hosts.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const { id, name, web, relay } = NEWCOMER;
const moved = withService('jitsi', (jitsi) => ({ ...jitsi, endpoints: { ...jitsi.endpoints, media: [MOVED_RELAY] } }));
const edition = nextEdition({
  services: [...moved.services, { id, name, colour: '#123456', endpoints: { signalling: [web], media: [relay] } }],
});
const feed = serve(mirrors(), fresh(edition));
const newHosts = [web, relay, MOVED_RELAY].map(urlHost);
const oldRelay = 'meet-jit-si-turnrelay.jitsi.net';
const contacted = (hosts: readonly string[], is: boolean) => Object.fromEntries(hosts.map((host) => [host, is]));

export default {
  says: 'A newer edition knows a new service and where a relay moved to: neither is asked before the person has agreed.',
  family: 'updates',
  services: ['jitsi', 'telegram', 'meet', id],
  updates: true,
  phases: [
    {
      faults: [feed],
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: eachTells(null) },
        others: { calls: 'clear', messages: 'reachable' },
        contacted: contacted(newHosts, false),
      },
    },
    {
      faults: [feed],
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        services: { jitsi: { calls: 'insufficient', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
        contacted: contacted([...newHosts, oldRelay], false),
      },
    },
    {
      faults: [feed],
      person: { agrees: newHosts },
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        services: { [id]: { calls: 'clear', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
        contacted: { ...contacted(newHosts, true), [oldRelay]: false },
      },
    },
  ],
} satisfies Scenario;
