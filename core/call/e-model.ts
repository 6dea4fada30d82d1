/**
 * How a call sounds, estimated from what the network does to it: the E-model (ITU-T G.107) with parameters for Opus, in the form of the
 * open `rtcscore`. A rating R of 0 to 100 loses an impairment for the codec and its lost packets and one for the delay; a polynomial makes
 * it a mean opinion score (G.107 Annex B).
 */

/** What is known of a call; null is what nobody told. */
export interface Quality {
  /** From one end to the other and back, ms. */
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** Share of packets that did not arrive, 0 to 1. */
  readonly loss: number | null;
}

/** What apps use by default, and Chromium offers. Fixed, so that calls in different browsers compare. */
const BITRATE = 32_000;
/** Packets lost in a row, over what chance would give (BurstR): chance. */
const BURST_RATIO = 1;
/** Robustness against loss (Bpl) with Opus' forward error correction, which browsers offer (`useinbandfec=1`). */
const ROBUSTNESS = 20;
/** A frame of 20 ms is complete before it is sent. */
const FRAME_MS = 20;
/** What a receiver holds back to even out jitter. */
const jitterBufferMs = (jitterMs: number): number => 2 * jitterMs + 20;

/** Ie: what the codec takes at this bitrate, fitted to listening tests. */
const CODEC = clamp(55 - 4.6 * Math.log(BITRATE), 0, 30);

/** The rating R, 0 to 100; null when a term is missing. */
export function ratingOf({ roundTripMs, jitterMs, loss }: Quality): number | null {
  if (roundTripMs === null || jitterMs === null || loss === null) return null;
  const delayMs = FRAME_MS + jitterBufferMs(Math.max(0, jitterMs)) + Math.max(0, roundTripMs) / 2;
  const percent = 100 * clamp(loss, 0, 1);
  const equipment = CODEC + ((100 - CODEC) * percent) / (percent / BURST_RATIO + ROBUSTNESS);
  const delay = 0.03 * delayMs + 0.1 * Math.max(0, delayMs - 150);
  return clamp(100 - equipment - delay, 0, 100);
}

/** Mean opinion score, 1 to 4.5; null when a term is missing. */
export function mosOf(quality: Quality): number | null {
  const rating = ratingOf(quality);
  return rating === null ? null : mosOfRating(rating);
}

/** The polynomial falls below 1 for ratings under 6.5. */
export const mosOfRating = (r: number): number => Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
