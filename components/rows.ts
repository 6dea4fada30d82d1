import type { Progress, ServiceAssessment, Snapshot } from '../core/verdict/snapshot.ts';

/** One service of the list, and the newest that is known of it. */
export interface Row {
  readonly id: string;
  /** Null: no answer yet. */
  readonly assessment: ServiceAssessment | null;
  /** A round is under way and has not spoken about this service yet. */
  readonly pending: boolean;
}

/** The rows in their fixed order: what a running round has found replaces what is stored. */
export function rowsOf(
  selection: readonly string[],
  snapshot: Pick<Snapshot, 'services'> | null,
  progress: Pick<Progress, 'services'> | null,
): Row[] {
  const fresh = byId(progress?.services);
  const stored = byId(snapshot?.services);
  return selection.map((id) => ({
    id,
    assessment: fresh.get(id) ?? stored.get(id) ?? null,
    pending: progress !== null && !fresh.has(id),
  }));
}

const byId = (services: readonly ServiceAssessment[] = []) => new Map(services.map((service) => [service.id, service]));
