import type { Scenario } from '../scenario.ts';

export default {
  says: 'WebRTC is switched off in this browser: no call can be made from it, and nobody on the way is to blame.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [],
      browserWith: 'no-webrtc',
      truth: { others: { calls: 'cut-off' } },
      rounds: 3,
      expect: {
        network: 'browser-restricted',
        others: { calls: 'insufficient', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
