import { cutMedia, host, silence } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const relay = host('relay.own.example');
const leave = { by: 'cancelling', afterMs: 1500 } as const;
const cancelled = { conclusion: 'nothing', calls: { udp: { end: 'cancelled' } } } as const;

export default {
  says: 'The person cancels a call at each of its stages: at once, and while it waits for what never comes.',
  server: RELAY,
  steps: [
    { call: 'udp', leave: { by: 'cancelling', afterMs: 0 } },
    { faults: [silence(relay)], call: 'udp', leave, expect: cancelled },
    { faults: [cutMedia('stun', relay)], call: 'udp', leave, expect: cancelled },
    { faults: [cutMedia('dtls', relay)], call: 'udp', leave, expect: cancelled },
    { faults: [cutMedia('rtp', relay)], call: 'udp', leave, expect: cancelled },
    { call: 'udp', leave: { by: 'cancelling', afterMs: 3000 }, expect: cancelled },
    { call: 'tls', leave: { by: 'cancelling', afterMs: 3000 } },
    { call: 'udp', expect: { conclusion: 'works' }, after: { own: { calls: 'clear' } } },
  ],
} satisfies OwnScenario;
