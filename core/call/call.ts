/** A test call through a relay of the person's own: what it found, in the shape in which it is kept and shown. */

export const CALL_TRANSPORTS = ['udp', 'tcp', 'tls'] as const;
export type CallTransport = (typeof CALL_TRANSPORTS)[number];

/** In the order in which a call goes through them: an allocation on the relay, a checked pair, keys, the first packet of sound, sound. */
export const CALL_STAGES = ['relay', 'ice', 'dtls', 'first-packet', 'media'] as const;
export type CallStage = (typeof CALL_STAGES)[number];

/** How one call ended. */
export const CALL_ENDS = [
  /** Sound passed, and nothing was wrong with it. */
  'works',
  /** Sound passed, with so much loss, delay or silence that people would complain. */
  'poor',
  /** The relay answered and did not let us in: wrong or expired password, quota, forbidden. `code` tells. */
  'refused',
  /** The relay did not answer at all, or no connection to it could be made. */
  'silent',
  /** The relay let both sides in, and no packet between them came through. */
  'no-ice',
  /** The relay carried ICE's checks, and no DTLS handshake. */
  'no-dtls',
  /** Keys were agreed, and no sound came. */
  'no-media',
  /** Sound came, and stopped for good: `cutAfterS`. */
  'cut',
  /** The person ended it. */
  'cancelled',
  /** The network changed, the machine slept, or the page that ran it went: it says nothing. */
  'interrupted',
  /** This browser could not make it: no WebRTC, too many connections, an address it does not take. */
  'untestable',
] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

/** One second of sound. Null is what the browser did not tell, never 0. */
export interface CallSecond {
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** Share of packets that did not arrive, 0 to 1. */
  readonly loss: number | null;
  /** Packets of sound that arrived. */
  readonly packets: number;
}

/** A call over one transport between this browser and the relay. */
export interface TransportCall {
  readonly transport: CallTransport;
  readonly end: CallEnd;
  /** Why, where the relay or the browser gave a number or name: `401`, `486`, `701`; never an address. */
  readonly code?: string;
  /** How long each stage took to be reached from the start, ms; only those that were reached. */
  readonly reached: Readonly<Partial<Record<CallStage, number>>>;
  readonly durationMs: number;
  readonly seconds: readonly CallSecond[];
  /** Over the whole call: medians of round trip and jitter, share of lost packets. */
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly loss: number | null;
  /** Times in which no packet arrived for longer than people take for a pause. */
  readonly stalls: number;
  /** Estimated mean opinion score by the E-model, 1 to 4.5; null when a term is missing. */
  readonly mos: number | null;
  /** With `cut`: seconds of sound before it. */
  readonly cutAfterS?: number;
}

/** What the calls over all transports that were tried say together. */
export const CALL_CONCLUSIONS = [
  'works',
  'poor',
  /** Over TCP or TLS only: UDP to this relay is silent or cut. */
  'tcp-only',
  /** The relay is reached, and the call dies: no ICE, no DTLS, no media, or cut, over every transport that was tried. */
  'cut',
  'refused',
  'silent',
  /** Cancelled, interrupted, untestable. */
  'nothing',
] as const;
export type CallConclusion = (typeof CALL_CONCLUSIONS)[number];

export interface TestCall {
  /** When it began, ms since the epoch. */
  readonly at: number;
  /** Id of the server. */
  readonly service: string;
  readonly calls: readonly TransportCall[];
  readonly conclusion: CallConclusion;
}

/** What a verdict remembers of a test call. */
export interface CallSummary {
  readonly at: number;
  readonly conclusion: CallConclusion;
  /** Of the best call: the transport, and how it sounded. */
  readonly transport: CallTransport | null;
  readonly mos: number | null;
  readonly cutAfterS?: number;
  /** Calls in a row on this network that were cut, this one included. */
  readonly cuts: number;
}

/** What is told while a call runs. */
export interface CallProgress {
  readonly transport: CallTransport;
  /** What is waited for now; null before the call has begun. */
  readonly stage: CallStage | null;
  /** Share of the call's longest time that has passed, 0 to 1. */
  readonly share: number;
  readonly seconds: readonly CallSecond[];
}
