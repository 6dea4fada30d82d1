import { vi } from 'vitest';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { type Checking, type CheckingOptions, createChecking } from '../../entrypoints/background/checking.ts';
import { CATALOGUE } from './world.ts';

/** Rounds without a schedule, a toolbar or notifications: what they tell the others is kept. */
export function checkingAlone(options: Partial<CheckingOptions> = {}): {
  readonly checking: Checking;
  /** What each finished round concluded. */
  readonly rounds: Snapshot[];
  readonly onStart: ReturnType<typeof vi.fn>;
  readonly onCancel: ReturnType<typeof vi.fn>;
} {
  const rounds: Snapshot[] = [];
  const onStart = vi.fn(async () => {});
  const onCancel = vi.fn(async () => {});
  const checking = createChecking({
    catalogue: async () => CATALOGUE,
    ready: async () => {},
    onStart,
    onCancel,
    onRound: async (snapshot) => void rounds.push(snapshot),
    ...options,
  });
  return { checking, rounds, onStart, onCancel };
}
