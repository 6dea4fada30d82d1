export type Need = 'chromium' | 'firefox' | 'fonts' | 'lab' | 'kamailio' | 'prometheus';
/** Null when it is there; else one sentence that says what is missing and how to get it. */
export function missing(need: Need): string | null;
