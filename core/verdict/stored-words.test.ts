import { expect, test } from 'vitest';
import type { Depth, Observation, Outcome, ProbeKind, Transport } from '../evidence/observation.ts';
import type { AddressKind } from '../network/address.ts';
import type { EndpointEvidence } from './snapshot.ts';
import { readSnapshot } from './stored-snapshot.ts';
import { MORNING } from './testing.ts';
import { snapshot } from './testing-snapshot.ts';
import { GROUNDS } from './vote.ts';

/** Every word that an observation may hold; the compiler asks for those to come. */
const outcomes: Record<Outcome, true> = { answered: true, failed: true, silent: true, inconclusive: true };
const probes: Record<ProbeKind, true> = { https: true, websocket: true, sip: true, stun: true, turn: true };
const transports: Record<Transport, true> = { udp: true, tcp: true, tls: true };
const depths: Record<Depth, true> = { none: true, name: true, transport: true, secure: true, application: true };
const remotes: Record<AddressKind, true> = { public: true, private: true, tunnel: true };
const roles: Record<EndpointEvidence['role'], true> = { signalling: true, 'call-setup': true, media: true };
const votes: Record<EndpointEvidence['vote'], true> = { counted: true, unearned: true };

const words = <Word extends string>(list: Record<Word, true>) => Object.keys(list) as Word[];
const observation = (change: Partial<Observation>): Observation => ({
  url: 'https://a.example/',
  ...{ probe: 'https', transport: 'tls', outcome: 'answered', depth: 'none', startedAt: MORNING, durationMs: 40 },
  ...change,
});

test('a snapshot is read with every word that an observation may hold', () => {
  const [service] = snapshot({ calls: { chat: 'clear' } }).services;
  const controlObservations = [
    ...words(outcomes).map((outcome) => observation({ outcome })),
    ...words(probes).map((probe) => observation({ probe })),
    ...words(transports).map((transport) => observation({ transport })),
    ...words(depths).map((depth) => observation({ depth })),
    ...words(remotes).map((remote) => observation({ remote })),
    ...([4, 6] as const).map((family) => observation({ seenFrom: { family, fingerprint: 'a' } })),
  ];
  const evidence = words(roles).flatMap((role) =>
    words(votes).flatMap((vote) => [
      { url: 'stun:a.example:1', role, vote },
      ...GROUNDS.map((ground) => ({ url: 'stun:a.example:1', role, vote, ground, date: '2026-10-01' })),
    ]),
  );
  const silentEverywhere = { places: 2, date: '2026-10-01' };
  const stored = {
    ...snapshot({}),
    services: service ? [{ ...service, evidence, silentEverywhere }] : [],
    controlObservations,
  };
  expect(readSnapshot(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
});
