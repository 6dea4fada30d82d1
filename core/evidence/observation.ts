import type { AddressKind } from '../network/address.ts';
import type { Mechanism } from '../vocabulary.ts';

/** The way an endpoint was asked. */
export type ProbeKind = 'https' | 'websocket' | 'sip' | 'stun' | 'turn';

/** What carries the question: what a control must share with a target to be its measure. */
export type Transport = 'udp' | 'tcp' | 'tls';

/**
 * How deep the path is proven to work, from nothing at all to an answer of the application.
 * `transport` is a TCP connection, `secure` a completed TLS handshake with a trusted certificate.
 */
export type Depth = 'none' | 'name' | 'transport' | 'secure' | 'application';

/**
 * What one question to one endpoint showed.
 *
 * - `answered`: proof of a two-way path (a TLS-authenticated response, a server-reflexive candidate, a TURN error or allocation).
 * - `failed`: the browser reported a failure before our deadline. A hint.
 * - `silent`: nothing came before our deadline. A hint.
 * - `inconclusive`: the question could not be put (too many peer connections, cancelled, a local cause). Says nothing.
 */
export type Outcome = 'answered' | 'failed' | 'silent' | 'inconclusive';

export interface Observation {
  /** The endpoint, as written in the catalogue: `turn:host:3478?transport=udp`, `https://host/`. */
  readonly url: string;
  readonly probe: ProbeKind;
  readonly transport: Transport;
  readonly outcome: Outcome;
  /** When the question was put, ms since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly depth: Depth;
  /** How it failed; absent when it answered. `unknown` when the browser does not tell. */
  readonly mechanism?: Mechanism;
  /** The browser's own word for it, never an address: `net::ERR_CONNECTION_RESET`, `701`, `401`, `timeout`. */
  readonly code?: string;
  /** HTTP status, where it may be read (host permission). */
  readonly status?: number;
  /** With `sip`: from the request to its final response, ms. No name look-up and no handshake is in it. */
  readonly roundTripMs?: number;
  /**
   * How long the same refusal took when asked again at once, ms, the shortest of several: no name look-up and no waiting is in it.
   * A refusal quicker than the line's round trip came from nearby.
   */
  readonly againMs?: number;
  /** The answer came after a redirect to another host (host permission). */
  readonly redirected?: boolean;
  /** In which kind of range the address lies that answered or was connected to (host permission); the address itself is dropped. */
  readonly remote?: AddressKind;
  /**
   * Salted fingerprint of the public network that a STUN server saw (IPv4 /24 or IPv6 /48), with its family.
   * The address itself never leaves the probe.
   */
  readonly seenFrom?: { readonly family: 4 | 6; readonly fingerprint: string };
}

/** Code of a STUN answer that was concluded, not seen: Chromium hides it where there is no address translation. */
export const DIRECT = 'direct';
