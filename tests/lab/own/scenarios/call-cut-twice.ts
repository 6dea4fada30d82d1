import { cutSoundAfter, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const faults = [cutSoundAfter(3, host('relay.own.example'))];
const cut = { conclusion: 'cut', calls: { udp: { end: 'cut' } } } as const;

export default {
  says: 'One cut call is a hint, the second in a row is believed, and a call that works ends it.',
  server: RELAY,
  steps: [
    { faults, call: 'udp', expect: cut, after: { own: { never: ['clear', 'likely-blocked'] } } },
    { faults, call: 'udp', expect: cut, after: { own: { calls: 'likely-blocked', mechanism: 'media.cut' } } },
    { call: 'udp', expect: { conclusion: 'works' }, after: { own: { calls: 'clear' } } },
  ],
} satisfies OwnScenario;
