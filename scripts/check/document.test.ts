import { describe, expect, test } from 'vitest';
import type { Observation } from '../../core/evidence/observation.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { toDocument } from './document.ts';

const START = Date.UTC(2026, 10, 21, 12);

const seen = (url: string, startedAt = START): Observation => ({
  url,
  probe: 'stun',
  transport: 'udp',
  outcome: 'answered',
  startedAt,
  durationMs: 40,
  depth: 'application',
  seenFrom: { family: 4, fingerprint: 'secret' },
});

function snapshot(takenAt: number, firstWordMs: number | null): Snapshot {
  const judged = { rounds: 1, failing: 0, since: takenAt };
  const shared = { url: 'stun:relay.example:3478', role: 'media', vote: 'counted' } as const;
  const service = (id: string) => ({
    id,
    calls: { ...judged, state: 'clear', rule: 'calls.relay-answered' } as const,
    messages: { ...judged, state: 'reachable', rule: 'messages.answered' } as const,
    evidence: [
      { ...shared, observation: seen(shared.url, takenAt) },
      { ...shared, url: 'stun:not-asked.example:3478' },
    ],
  });
  return {
    schemaVersion: 1,
    takenAt,
    durationMs: 2000,
    firstWordMs,
    network: { ...judged, state: 'clear', rule: 'network.clear', key: 'secret' },
    services: [service('first'), service('second')],
    controls: [{ kind: 'stun', asked: 5, answered: 5, operators: 4 }],
    controlObservations: [seen('stun:control.example:3478', takenAt)],
    confirming: false,
    explained: false,
  };
}

describe('the document', () => {
  test('says of services that share an endpoint that it was asked once', () => {
    const { observations } = toDocument([snapshot(START, 400)]);
    expect(observations).toHaveLength(2);
    expect(observations).toContainEqual(
      expect.objectContaining({ url: 'stun:relay.example:3478', services: ['first', 'second'], round: 1 }),
    );
  });

  test('says what was said after each round, the last of which is the verdict', () => {
    const later = {
      ...snapshot(START + 30_000, 400),
      network: { ...snapshot(START, 400).network, state: 'impaired' as const },
    };
    const { eachRound, network, services } = toDocument([snapshot(START, 400), later]);
    expect(eachRound.map((round) => [round.round, round.takenAt, round.network.state])).toEqual([
      [1, '2026-11-21T12:00:00.000Z', 'clear'],
      [2, '2026-11-21T12:00:30.000Z', 'impaired'],
    ]);
    expect(eachRound.at(-1)).toMatchObject({ network, services });
  });

  test('tells controls from services', () => {
    const { observations } = toDocument([snapshot(START, 400)]);
    expect(observations.filter((seen) => 'control' in seen).map(({ url }) => url)).toEqual([
      'stun:control.example:3478',
    ]);
  });

  test('counts rounds and time from the start of the first round', () => {
    const document = toDocument([snapshot(START, null), snapshot(START + 30_000, 400)]);
    expect(document).toMatchObject({
      rounds: 2,
      takenAt: '2026-11-21T12:00:00.000Z',
      durationMs: 32_000,
      firstWordMs: 30_400,
    });
    expect(document.observations.map(({ round }) => round)).toEqual([1, 1, 2, 2]);
  });

  test('has no first word when nothing was said', () => {
    expect(toDocument([snapshot(START, null)]).firstWordMs).toBeNull();
  });

  test('carries no fingerprint of a network', () => {
    expect(JSON.stringify(toDocument([snapshot(START, 400)]))).not.toContain('secret');
  });
});
