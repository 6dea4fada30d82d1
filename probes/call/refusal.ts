import type { CallTransport } from '../../core/call/call.ts';

/** Why there is no relay candidate, as far as the browser tells. */
export interface NoRelay {
  /** The relay's own code. */
  readonly refusal: string | null;
  /** The browser's. */
  readonly failure: string | null;
  /** The relay was never asked. */
  readonly unasked: boolean;
}

/**
 * STUN error codes are 300 to 699 (RFC 8489 §14.8); 600 libwebrtc makes up itself, 701 is any browser's. Firefox makes up 65535, and
 * leaves the text empty that tells a name which does not resolve.
 */
export function whyNoRelay(
  errors: readonly Pick<RTCPeerConnectionIceErrorEvent, 'errorCode' | 'errorText'>[],
  transport: CallTransport,
  isComplete: boolean,
): NoRelay {
  const refused = errors.find(({ errorCode }) => errorCode >= 300 && errorCode < 600);
  const isLookup = errors.length > 0 && errors.every(({ errorText }) => /lookup/i.test(errorText));
  // Without a word: a family or port that this machine can't ask. Over TLS, Firefox says no word of a certificate that it does not trust.
  const isMute = isComplete && errors.length === 0;
  return {
    refusal: refused ? String(refused.errorCode) : null,
    failure: isLookup ? '701 lookup' : errors.length > 0 ? '701' : isMute ? 'no-word' : null,
    unasked: isMute && transport === 'udp',
  };
}
