import { line } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'The line carries 24 kbit/s, less than one call with its headers takes.',
  server: RELAY,
  steps: [
    {
      faults: [line({ kilobytesPerSecond: 3 })],
      call: 'udp',
      expect: { conclusion: 'poor', calls: { udp: { end: 'poor', reached: 'media', loss: [0.3, 0.9] } } },
      after: { own: { never: ['clear', 'likely-blocked', 'unreachable'] }, others: {} },
    },
  ],
} satisfies OwnScenario;
