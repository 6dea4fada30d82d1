/** What calls take where nothing is in the way, told before the first. */

/** Of sound at most (probes/call/stages.ts). */
const SOUND_S = 12;
/**
 * Bytes a second on this device's line, both ways: each packet goes to the relay and comes back. Opus with what RTP, SRTP, TURN, UDP and IP
 * put around it is 7 kB a second each way; the packets that are sent back take as much again as one of these.
 */
const LINE = 20_000;

export const costOf = (calls: number): { readonly seconds: number; readonly bytes: number } => ({
  seconds: calls * SOUND_S,
  bytes: calls * SOUND_S * LINE,
});
