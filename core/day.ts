export const DAY_MS = 86_400_000;

/** Either way: a clock that was ahead holds nothing up for ever, and one that goes to and fro asks nobody oftener. */
export const isWithinDay = (at: number, now: number): boolean => Math.abs(now - at) < DAY_MS;
