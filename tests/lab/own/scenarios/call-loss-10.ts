import { line } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'Sound to and from the relay crosses a line twice that loses 5 %: a tenth is lost, and the call is poor.',
  server: RELAY,
  steps: [
    {
      faults: [line({ lossPercent: 5 })],
      call: 'udp',
      expect: {
        conclusion: 'poor',
        calls: { udp: { end: 'poor', reached: 'media', loss: [0.05, 0.16], mos: [1.5, 3.8] } },
      },
      after: { own: { calls: 'impaired' }, others: {} },
    },
  ],
} satisfies OwnScenario;
