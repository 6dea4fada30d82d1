import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../evidence/observation.ts';
import type { Snapshot } from '../verdict/snapshot.ts';
import { type ReportWords, report } from './report.ts';

const words: ReportWords = {
  direction: 'ltr',
  title: 'Report',
  privacy: 'No address.',
  taken: (when) => `Checked: ${when}`,
  version: (version) => `Version: ${version}`,
  explained: (read) => `Codes: ${read}`,
  network: ({ state }) => `Network: ${state}`,
  service: ({ id, calls, messages }) => `${id}: ${calls.state} / ${messages.state}`,
  why: ({ rule }) => `Because ${rule}.`,
  whyService: (service, about) => `Because ${service[about].rule}.`,
  endpoint: ({ role, observation }) => `${role}: ${observation?.outcome ?? 'not asked'}`,
  controls: ({ kind, answered, asked }) => `${kind}: ${answered} of ${asked}`,
};

function snapshotWith(observation: Partial<Observation>): Snapshot {
  const judgement = { rounds: 3, failing: 3, since: 0 } as const;
  return {
    schemaVersion: 1,
    takenAt: Date.UTC(2026, 10, 21, 14, 5, 9),
    durationMs: 2000,
    firstWordMs: 400,
    network: { ...judgement, state: 'some-blocked', rule: 'network.some-blocked', key: 'network-fingerprint' },
    services: [
      {
        id: 'whatsapp',
        calls: { ...judgement, state: 'likely-blocked', rule: 'calls.relay-silent', mechanism: 'udp.timeout' },
        messages: { ...judgement, failing: 0, state: 'reachable', rule: 'messages.answered' },
        evidence: [
          {
            url: 'stun:157.240.203.62:3478',
            role: 'media',
            vote: 'counted',
            ground: 'record',
            date: '2026-11-15',
            observation: {
              url: 'stun:157.240.203.62:3478',
              probe: 'stun',
              transport: 'udp',
              outcome: 'silent',
              startedAt: 0,
              durationMs: 2500.4,
              depth: 'none',
              ...observation,
            },
          },
          { url: 'https://web.whatsapp.com/', role: 'signalling', vote: 'counted' },
        ],
      },
    ],
    controls: [
      { kind: 'stun', asked: 5, answered: 5, operators: 4 },
      { kind: 'relay', asked: 0, answered: 0, operators: 0 },
    ],
    controlObservations: [],
    confirming: false,
    explained: true,
  };
}

test('the report names verdict, time, rules, rounds, mechanism and what each server did', () => {
  expect(report(snapshotWith({ code: 'timeout' }), words, '0.1.0')).toBe(`Report
Network: some-blocked
Because network.some-blocked. [network.some-blocked]
Checked: 2026-11-21 14:05 UTC
Codes: true
Version: 0.1.0

stun: 5 of 5

whatsapp: likely-blocked / reachable
  Because calls.relay-silent. [calls.relay-silent, udp.timeout, 3/3]
  Because messages.answered. [messages.answered, 0/3]
  - stun:157.240.203.62:3478, media: silent, 2500 ms, timeout, [record 2026-11-15]
  - https://web.whatsapp.com/, signalling: not asked

No address.
`);
});

test('among words that are read from the right the moment stands apart, so that its parts keep their order', () => {
  const text = report(snapshotWith({}), { ...words, direction: 'rtl' }, '0.1.0');
  expect(text).toContain('Checked: \u20662026-11-21 14:05 UTC\u2069\n');
});

test('no address of the person and no fingerprint gets into the report', () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.ipV6(),
      fc.string({ minLength: 12 }),
      fc.constantFrom(4 as const, 6 as const),
      (v4, v6, print, family) => {
        const snapshot = snapshotWith({
          code: `bound to ${family === 4 ? v4 : v6}`,
          seenFrom: { family, fingerprint: `#${print}#` },
        });
        const text = report(snapshot, words, '0.1.0').replaceAll('157.240.203.62', '');
        return (
          !text.includes(`#${print}#`) &&
          !text.includes('network-fingerprint') &&
          !text.includes('bound to') &&
          !/\d+\.\d+\.\d+\.\d+/.test(text)
        );
      },
    ),
  );
});

test('what was not asked or not told leaves no gap', () => {
  const text = report({ ...snapshotWith({}), controls: [] }, words, '0.1.0');
  expect(text).toContain('Version: 0.1.0\n\nwhatsapp: likely-blocked');
  expect(text).toContain('media: silent, 2500 ms, [record 2026-11-15]\n');
});

test('codes of the browser stay in the report', () => {
  for (const code of ['net::ERR_CONNECTION_RESET', '701', 'timeout', 'NS_ERROR_NET_RESET', 'TLS 1.2.3']) {
    expect(report(snapshotWith({ code }), words, '0.1.0')).toContain(code);
  }
});

test.each(['10.77.0.x:51000', 'fe80::1%eth0', '[2001:db8::7]:443', '0b1c2d3e.local'])(
  'a code that holds %s stays out',
  (address) => {
    expect(report(snapshotWith({ code: `failed at ${address}` }), words, '0.1.0')).not.toContain('failed at');
  },
);
