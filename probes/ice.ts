import { isIPv4Literal, schemeOf, transportOf } from '../core/catalogue/endpoint.ts';
import { type Depth, DIRECT, type Observation, type Outcome } from '../core/evidence/observation.ts';
import { publicPrefix } from '../core/network/prefix.ts';
import type { IceCredentials } from '../core/own/credentials.ts';
import type { Mechanism } from '../core/vocabulary.ts';
import { fingerprint } from './fingerprint.ts';
import { observe } from './observe.ts';
import { stopped } from './stop.ts';

/**
 * Asks one STUN server (RFC 8489 binding) or TURN relay (RFC 8656 allocation) through a peer connection of its own: one connection with
 * several servers reports only the first that answers.
 *
 * A server-reflexive candidate, a relay candidate or an error code that only a server can have sent proves a two-way path. The browser's
 * own 701 is never waited for (39.9 s in Chromium, 11.3 s in Firefox) and never believed alone: it comes once for every local interface.
 *
 * No media, no permission. Host candidates are dropped here; the public address leaves only as a salted fingerprint.
 *
 * @param salt this installation's own, for the fingerprint
 * @param signal aborted with a `Stop` when the time is up
 * @param credentials what opens the relay, where it is the person's own: it then answers with an allocation, or with what it refuses by
 */
export function askIce(
  url: string,
  salt: string,
  signal: AbortSignal,
  credentials: IceCredentials = DUMMY,
): Promise<Observation> {
  const observation = observe(url);
  const isStun = schemeOf(url) === 'stun';

  return new Promise((resolve) => {
    let connection: RTCPeerConnection | undefined;
    let settled = false;
    const errors: RTCPeerConnectionIceErrorEvent[] = [];
    let candidates = 0;
    let answering = false;
    let ownIPv4: string | undefined;

    const settle = (seen: Partial<Observation> & { outcome: Outcome }) => {
      // A proven answer whose fingerprint is still being made can't become anything else.
      if (settled || (answering && seen.outcome !== 'answered')) return;
      settled = true;
      signal.removeEventListener('abort', onAbort);
      connection?.close();
      resolve(observation(seen));
    };
    const answeredFrom = (address: string | undefined, code: string) => {
      answering = true;
      const { durationMs } = observation({ outcome: 'answered' });
      void fingerprint(address ?? '', salt)
        .catch(() => null)
        .then((seenFrom) => settle({ outcome: 'answered', code, durationMs, ...(seenFrom && { seenFrom }) }));
    };
    const answeredWith = (code: string) => settle({ outcome: 'answered', code });

    const onAbort = () => {
      const end = stopped(signal);
      // Nothing local to send from: the question never left.
      if (isStun && candidates === 0 && errors.length === 0 && end.outcome === 'silent') {
        settle({ outcome: 'inconclusive', code: 'no-candidates' });
      } else if (end.outcome === 'silent') {
        settle({ ...end, mechanism: transportOf(url) === 'udp' ? 'udp.timeout' : 'unknown', depth: deepest(errors) });
      } else {
        settle(end);
      }
    };

    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort);
    if (typeof RTCPeerConnection === 'undefined') return settle({ outcome: 'inconclusive', code: 'no-webrtc' });
    try {
      connection = new RTCPeerConnection(configuration(url, credentials));
      connection.createDataChannel('');
    } catch (error) {
      // Too many peer connections, or an address that this browser does not take: nothing was asked.
      return settle({ outcome: 'inconclusive', code: error instanceof Error ? error.name : 'error' });
    }

    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate?.candidate) return;
      candidates++;
      const [, , , , address, , , type] = candidate.candidate.split(' ');
      if (type === 'host' && address?.includes('.') && publicPrefix(address)) ownIPv4 ??= address;
      if (type === 'relay') answeredWith('relay');
      if (type !== 'srflx' || !isStun) return;
      answeredFrom(address, 'srflx');
    });
    connection.addEventListener('icecandidateerror', (event) => {
      if (isFromServer(event.errorCode)) answeredWith(String(event.errorCode));
      else errors.push(event);
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection?.iceGatheringState !== 'complete') return;
      if (errors.length > 0) settle({ outcome: 'failed', code: codeOf(errors), ...diagnose(url, errors) });
      // Without address translation the reflexive candidate would repeat the host's, and Chromium leaves it out: the request was
      // answered, or it would still be repeating it. The round doubts this where another server shows a translation.
      else if (isStun && ownIPv4) answeredFrom(ownIPv4, DIRECT);
      // Gathering that ends without a word: a family or port that this machine can't ask, or WebRTC held back by the browser.
      else settle({ outcome: 'inconclusive', code: isStun && candidates === 0 ? 'no-candidates' : 'no-word' });
    });
    connection.createOffer().then((offer) => connection?.setLocalDescription(offer).catch(failedHere), failedHere);
    function failedHere() {
      settle({ outcome: 'inconclusive', code: 'error' });
    }
  });
}

/** A relay that answers 401 has answered. */
const DUMMY: IceCredentials = { username: 'ringback', credential: 'ringback' };

/** `relay` keeps local addresses out of the browser's events. */
const configuration = (url: string, credentials: IceCredentials): RTCConfiguration =>
  schemeOf(url) === 'stun'
    ? { iceServers: [{ urls: url }] }
    : { iceServers: [{ urls: url, ...credentials }], iceTransportPolicy: 'relay' };

/**
 * STUN error codes are 300 to 699 (RFC 8489 §14.8). 701 is the browser's; 600 libwebrtc makes up itself, as Firefox does 65535 for a
 * response that it could not read.
 */
const isFromServer = (code: number): boolean => code >= 300 && code < 600;

/** Firefox leaves the text empty; Chromium's tells which step failed. */
const LOOKUP = /lookup/i;

const codeOf = (errors: readonly RTCPeerConnectionIceErrorEvent[]): string =>
  errors.every(({ errorText }) => LOOKUP.test(errorText)) ? '701 lookup' : '701';

/** A local address in the error means that a TCP (for `turns:`, a TLS) connection had been made (measured in Chromium). */
const deepest = (errors: readonly RTCPeerConnectionIceErrorEvent[]): Depth =>
  errors.some(({ address, url }) => address && schemeOf(url) !== 'stun') ? 'transport' : 'none';

function diagnose(
  url: string,
  errors: readonly RTCPeerConnectionIceErrorEvent[],
): { depth: Depth; mechanism: Mechanism } {
  if (errors.every(({ errorText }) => LOOKUP.test(errorText))) return { depth: 'none', mechanism: 'dns.missing' };
  if (transportOf(url) === 'udp') return { depth: 'none', mechanism: 'unknown' };
  const depth = deepest(errors);
  // Without a name to look up and without TLS, a connection that fails at once was refused.
  const refused = depth === 'none' && transportOf(url) === 'tcp' && isIPv4Literal(url);
  return { depth, mechanism: refused ? 'tcp.reset' : 'unknown' };
}
