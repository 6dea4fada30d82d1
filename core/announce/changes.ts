import type { Snapshot } from '../verdict/snapshot.ts';
import type { CallState } from '../vocabulary.ts';

/** What was last said about the calls of each service, by network. */
export type Announced = Readonly<Record<string, Readonly<Record<string, 'blocked' | 'works'>>>>;

export interface Changes {
  /** Ids of services whose calls look blocked now and did not before. */
  readonly blocked: readonly string[];
  /** Ids of services whose calls work again. */
  readonly works: readonly string[];
}

/** Networks remembered; the one used longest ago is dropped first. */
const MAX_NETWORKS = 12;

/** Only what the sequential test has decided is worth a word; everything else leaves the last word standing. */
const decided = (state: CallState): 'blocked' | 'works' | null =>
  state === 'likely-blocked' || state === 'unreachable'
    ? 'blocked'
    : state === 'clear' || state === 'impaired'
      ? 'works'
      : null;

/**
 * The confirmed changes since the last announcement on the same network. A network without a name is not announced: it could be any.
 * "Works" is news only after "blocked"; "blocked" is news whenever it was not said before.
 */
export function changes(
  announced: Announced,
  snapshot: Snapshot,
): { readonly changes: Changes; readonly announced: Announced } {
  const { key } = snapshot.network;
  if (key === null) return { changes: { blocked: [], works: [] }, announced };
  const before = announced[key] ?? {};
  const now = Object.fromEntries(
    snapshot.services.flatMap(({ id, calls }) => {
      const word = decided(calls.state);
      return word ? [[id, word] as const] : [];
    }),
  );
  const changed = (word: 'blocked' | 'works', from: readonly unknown[]) =>
    Object.keys(now).filter((id) => now[id] === word && from.includes(before[id]));
  const { [key]: _, ...others } = announced;
  return {
    changes: { blocked: changed('blocked', [undefined, 'works']), works: changed('works', ['blocked']) },
    announced: Object.fromEntries(
      [...Object.entries(others), [key, { ...before, ...now }] as const].slice(-MAX_NETWORKS),
    ),
  };
}
