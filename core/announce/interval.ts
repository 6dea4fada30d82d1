/** A network whose state has not changed for this many background rounds is asked half as often, then a quarter. */
const STABLE = [
  { rounds: 16, factor: 4 },
  { rounds: 6, factor: 2 },
] as const;

/** A stable network is not asked more rarely than this, minutes, unless the person chose so: evidence would fade away in between. */
const LONGEST_MINUTES = 120;

/** Share of the interval by which a check may come early or late: rounds of many people must not fall on one minute. */
const JITTER = 0.2;

/**
 * Minutes until the next background check.
 * @param random in [0, 1)
 */
export function nextCheckMinutes(intervalMinutes: number, quietRounds: number, random: number): number {
  const factor = STABLE.find(({ rounds }) => quietRounds >= rounds)?.factor ?? 1;
  const stretched = Math.max(intervalMinutes, Math.min(intervalMinutes * factor, LONGEST_MINUTES));
  return stretched * (1 + JITTER * (2 * random - 1));
}
