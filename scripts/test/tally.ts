/** What came of a step. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Each with its reason: nothing is left out in silence. */
  readonly skipped: readonly string[];
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});

/** A command that either works or does not. */
export const ofExit = (code: number): Tally => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: [],
});

/** The plain closing line: `12 passed, 0 failed`, and what was skipped if anything was. */
export const plainLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;

/** A command that ends badly without naming a failure has failed all the same. */
export const honest = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
