import type { OwnScenario } from '../scenario.ts';
import { byPassword, relayAddresses } from '../servers.ts';

export default {
  says: 'Nobody trusts the relay’s certificate: no call over TLS, and one over all else.',
  server: byPassword(relayAddresses('untrusted.own.example')),
  steps: [
    { call: 'tls', expect: { conclusion: 'silent', calls: { tls: { end: 'silent', reached: 'none' } } } },
    { call: 'each', expect: { conclusion: 'works', calls: { udp: { end: 'works' }, tls: { end: 'silent' } } } },
  ],
} satisfies OwnScenario;
