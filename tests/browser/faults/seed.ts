/** Of everything random in these tests; it is printed with them, and `RINGBACK_SEED` repeats a run. */
export const SEED = Number(process.env.RINGBACK_SEED ?? Date.now() % 1_000_000);
