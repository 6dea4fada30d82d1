import { allOf, answerStatus, host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** As each could look tomorrow. They speak of an outage, in a way that nobody has learnt to read. */
const TOMORROW = {
  'www.apple.com': '{"version":2,"components":[{"name":"FaceTime","state":"outage","since":"now"}]}',
  'status.cloud.microsoft': '{"workloads":{"Microsoft Teams Free":{"health":"Service interruption"}}}',
  'status.webex.com': '<!doctype html><title>Webex</title><div id="root">Major outage: WebexMeeting</div>',
  'metastatus.com': '<feed><entry><title>[High disruptions]: Cloud API</title></entry></feed>',
};
const OUT = ['facetime', 'teams', 'webex', 'whatsapp'] as const;

export default {
  says: 'Four services are out everywhere, and their status sources have changed their shape: nothing is read into them, and the verdict is what it would be without.',
  family: 'not-blocking',
  services: [...OUT, 'telegram'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { messages: 'reachable' } } },
    {
      faults: [
        silence(allOf(...OUT)),
        ...Object.entries(TOMORROW).map(([name, body]) => answerStatus(host(name), 200, body)),
      ],
      truth: {
        services: Object.fromEntries(
          OUT.map((id) => [
            id,
            {
              calls: 'out',
              messages: 'out',
              beyond: 'Only its own status source could tell, and nobody can read that.',
            },
          ]),
        ),
      },
      rounds: 3,
      expect: {
        services: Object.fromEntries(OUT.map((id) => [id, { calls: 'unreachable', messages: 'likely-blocked' }])),
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['down'], messages: ['down'] },
      },
    },
  ],
} satisfies Scenario;
