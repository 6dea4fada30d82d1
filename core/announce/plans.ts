/** What is kept of earlier rounds to plan the next ones. */
export interface Plans {
  /** Background rounds in a row in which nothing changed: the interval grows with it. */
  readonly quietRounds: number;
  /** Rounds ever made; background rounds take turns over the endpoints by it. */
  readonly turn: number;
  /** Confirming rounds in a row. */
  readonly confirmations: number;
  /** Rounds in a row that were begun and never ended. */
  readonly unfinished: number;
  /** The person asked for the last round, or for the one that it confirms. */
  readonly wanted: boolean;
}

export const NO_PLANS: Plans = { quietRounds: 0, turn: 0, confirmations: 0, unfinished: 0, wanted: false };

/** Whatever was stored, as plans: a count that is none begins anew. */
export function readPlans(stored: unknown): Plans {
  const record = (typeof stored === 'object' ? stored : null) as Partial<Record<keyof Plans, unknown>> | null;
  const count = (key: keyof Plans): number => {
    const value = record?.[key];
    return Number.isSafeInteger(value) ? Math.max(0, value as number) : 0;
  };
  return {
    quietRounds: count('quietRounds'),
    turn: count('turn'),
    confirmations: count('confirmations'),
    unfinished: count('unfinished'),
    wanted: record?.wanted === true,
  };
}
