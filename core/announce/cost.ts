/** One background round of the services that are checked unless the person chooses others, both ways, kB: see docs/architecture.md. */
const ROUND_KB = 50;

/** What checks by themselves send and receive in a day, MB, where the network never stays as it is. */
export const dailyMegabytes = (intervalMinutes: number): number => ((24 * 60) / intervalMinutes) * (ROUND_KB / 1000);
