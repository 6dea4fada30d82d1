/**
 * The oldest versions in which everything works; the build is made for them. What each feature needs, `scripts/test/features.ts` tells.
 * Firefox: `icecandidateerror`, by which a TURN relay's refusal is heard. Chromium: a time-out of `AbortSignal` that can be told from an abort.
 */
export const OLDEST = { chrome: 124, firefox: 150 } as const;
