import { line } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'A round trip from one side of the call to the other takes 600 ms, as by satellite.',
  server: RELAY,
  steps: [
    {
      // From side to side and back a packet crosses the line four times.
      faults: [line({ delayMs: 150 })],
      call: 'udp',
      expect: {
        conclusion: 'poor',
        calls: { udp: { end: 'poor', reached: 'media', roundTripMs: [600, 700], loss: [0, 0.02], mos: [1.5, 3.6] } },
      },
      after: { own: { calls: 'impaired' }, others: {} },
    },
  ],
} satisfies OwnScenario;
