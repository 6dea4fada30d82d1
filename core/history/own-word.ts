/** What the person found when trying a call. It never changes a measured state. */
export const OWN_WORDS = ['worked', 'failed', 'no-sound'] as const;
export type OwnWord = (typeof OWN_WORDS)[number];
