import { expect, test } from 'vitest';
import type { Observation } from '../evidence/observation.ts';
import { snapshot } from '../verdict/testing-snapshot.ts';
import { reportOf } from './report.ts';
import { NOWHERE } from './testing.ts';

const stun = (durationMs: number, outcome: Observation['outcome'] = 'answered'): Observation => ({
  url: 'stun:stun.example.org:3478',
  probe: 'stun',
  transport: 'udp',
  outcome,
  startedAt: 0,
  durationMs,
  depth: 'application',
  seenFrom: { family: 4, fingerprint: 'a-fingerprint' },
});

test('A report says which state each service and the network have, and how the line was', () => {
  const shot = {
    ...snapshot({ network: 'some-blocked', calls: { whatsapp: 'likely-blocked', signal: 'clear' } }),
    controls: [{ kind: 'stun' as const, asked: 6, answered: 5, operators: 4 }],
    controlObservations: [stun(48), stun(41), stun(12, 'failed')],
  };
  expect(reportOf(shot, { operator: 'Inwi', asn: 36884, country: 'MA', access: 'wifi' })).toEqual({
    at: shot.takenAt + shot.durationMs,
    where: { operator: 'Inwi', asn: 36884, country: 'MA', access: 'wifi' },
    network: 'some-blocked',
    services: [
      { id: 'whatsapp', calls: 'likely-blocked', messages: 'reachable' },
      { id: 'signal', calls: 'clear', messages: 'reachable' },
    ],
    durationMs: 1_000,
    roundTripMs: 41,
    controls: [{ kind: 'stun', asked: 6, answered: 5 }],
  });
});

test('No address, no fingerprint, no server and nothing that the person added is in a report', () => {
  const shot = {
    ...snapshot({
      key: 'the-key',
      calls: { 'https://mine.example.org/': 'clear', 'My server': 'clear', 'own-00c0ffee': 'clear', signal: 'clear' },
    }),
    controlObservations: [stun(41)],
  };
  const place = { ...NOWHERE, key: 'the-key', address: '192.0.2.7' };
  const text = JSON.stringify(reportOf(shot, place));
  for (const secret of ['the-key', 'a-fingerprint', '192.0.2.7', 'example.org', 'My server', 'own-'])
    expect(text).not.toContain(secret);
  expect(text).toContain('signal');
});

test('Without an answer of a STUN control there is no round-trip time', () => {
  const shot = { ...snapshot({}), controlObservations: [stun(12, 'silent')] };
  expect(reportOf(shot, NOWHERE).roundTripMs).toBeNull();
});
