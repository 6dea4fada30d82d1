import { services } from '../../core/catalogue/files.ts';
import type { Observation } from '../../core/evidence/observation.ts';
import type { Progress, Snapshot } from '../../core/verdict/snapshot.ts';

/** What an hour ago was concluded: calls of every default service blocked, each with its evidence. */
export function blockedSnapshot(takenAt = Date.now() - 3_600_000): Snapshot {
  const judged = { rounds: 3, since: takenAt };
  const answered = (url: string): Observation => ({
    url,
    probe: 'https',
    transport: 'tls',
    outcome: 'answered',
    startedAt: takenAt,
    durationMs: 80,
    depth: 'application',
  });
  return {
    schemaVersion: 1,
    takenAt,
    durationMs: 2700,
    firstWordMs: 400,
    network: { ...judged, state: 'calls-blocked', rule: 'network.all-blocked', failing: 3, key: 'somewhere' },
    services: services()
      .filter(({ isDefault }) => isDefault)
      .map(({ id, endpoints }) => ({
        id,
        calls: { ...judged, state: 'likely-blocked', rule: 'calls.relay-silent', failing: 3, mechanism: 'udp.timeout' },
        messages: { ...judged, state: 'reachable', rule: 'messages.answered', failing: 0 },
        evidence: endpoints.map(({ url, role }) => ({ url, role, vote: 'counted', observation: answered(url) })),
      })),
    controls: [{ kind: 'stun', asked: 5, answered: 5, operators: 4 }],
    controlObservations: [],
    confirming: false,
    explained: false,
  };
}

/** A round that was under way when its worker died: still in its time, and nobody's. */
export const orphanedProgress = (now = Date.now()): Progress => ({
  roundId: 'orphan',
  startedAt: now - 1000,
  expiresAt: now + 29_000,
  done: 3,
  total: 40,
  services: [],
});
