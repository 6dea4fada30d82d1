import type { OwnWord } from '../core/history/own-word.ts';
import type { Place } from '../core/history/place.ts';
import type { Progress, ServiceAssessment, Snapshot } from '../core/verdict/snapshot.ts';
import type { CallState } from '../core/vocabulary.ts';
import type { WorksNow } from './works-now.ts';

/** One service of the list, and the newest that is known of it. */
export interface Row {
  readonly id: string;
  /** Null: no answer yet. */
  readonly assessment: ServiceAssessment | null;
  /** A round is under way and has not spoken about this service yet. */
  readonly pending: boolean;
}

/** What all rows share. */
export interface RowContext {
  readonly works: WorksNow | null;
  /** More rounds follow by themselves. */
  readonly isConfirming: boolean;
  readonly now: number;
  /** What the person said of calls on this network. */
  readonly said: Place['said'];
  /** False: it could not be kept. */
  onSay(service: string, word: OwnWord): Promise<boolean>;
}

/**
 * The rows, what a running round has found in place of what is stored. What is wrong comes first, in the catalogue's order; the stored
 * answer alone decides, so that no row moves while a check runs.
 */
export function rowsOf(
  selection: readonly string[],
  snapshot: Pick<Snapshot, 'services'> | null,
  progress: Pick<Progress, 'services'> | null,
): Row[] {
  const fresh = byId(progress?.services);
  const stored = byId(snapshot?.services);
  const rank = (id: string) => RANKS.indexOf(stored.get(id)?.calls.state ?? 'insufficient');
  return selection
    .toSorted((a, b) => rank(a) - rank(b))
    .map((id) => ({
      id,
      assessment: fresh.get(id) ?? stored.get(id) ?? null,
      pending: progress !== null && !fresh.has(id),
    }));
}

const RANKS: readonly CallState[] = [
  'unreachable',
  'likely-blocked',
  'suspected',
  'impaired',
  'down',
  'insufficient',
  'clear',
  'untestable',
  'retired',
];

const byId = (services: readonly ServiceAssessment[] = []) => new Map(services.map((service) => [service.id, service]));
