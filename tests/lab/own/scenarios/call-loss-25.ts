import { line } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'A quarter of the sound is lost.',
  server: RELAY,
  steps: [
    {
      faults: [line({ lossPercent: 13.4 })],
      call: 'udp',
      expect: {
        conclusion: 'poor',
        calls: { udp: { end: 'poor', reached: 'media', loss: [0.17, 0.34], mos: [1, 2.6] } },
      },
      after: { own: { never: ['clear', 'likely-blocked', 'unreachable'] }, others: {} },
    },
  ],
} satisfies OwnScenario;
