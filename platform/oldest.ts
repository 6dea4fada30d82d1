/**
 * The oldest versions in which everything works; the build is made for them. What each feature needs, `scripts/test/features.ts` tells.
 * Firefox: `icecandidateerror`, by which a TURN relay's refusal is heard. Chromium: alarms every 30 s.
 */
export const OLDEST = { chrome: 120, firefox: 150 } as const;
