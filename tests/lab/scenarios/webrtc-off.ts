import type { Scenario } from '../scenario.ts';

/** Chromium's own switch holds for web pages and spares extensions' pages: from in there the network looks as open as it is. */
const BEYOND =
  "Chromium's policy does not hold for extensions' pages, and only the privacy permission would tell of it.";

export default {
  says: 'WebRTC is switched off in this browser: no page of it can call, and nobody on the way is to blame.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [],
      browserWith: 'no-webrtc',
      truth: { others: { calls: 'cut-off', beyond: BEYOND } },
      rounds: 3,
      expect: {
        network: ['browser-restricted', 'clear'],
        others: { calls: ['insufficient', 'clear'], messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
