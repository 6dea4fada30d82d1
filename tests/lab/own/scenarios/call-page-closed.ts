import { cutMedia, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const leave = { by: 'closing the page', afterMs: 2000 } as const;

export default {
  says: 'The person closes the page while a call is set up, and while it runs: it ends with the page, and the next one works.',
  server: RELAY,
  steps: [
    { faults: [cutMedia('dtls', host('relay.own.example'))], call: 'udp', leave },
    { call: 'udp', leave },
    { call: 'tls', leave },
    { call: 'udp', expect: { conclusion: 'works' }, after: { own: { calls: 'clear' } } },
  ],
} satisfies OwnScenario;
