import type { CallConclusion, CallSummary } from '../call/call.ts';
import type { NetworkFacts, RoleFacts, ServiceFacts, Tally } from './rules.ts';

/** Facts that the rules read, each told as what differs from the best of cases. Used by tests only. */

export const ANSWERS: RoleFacts = { standing: 'open', now: 'answered', slow: false };
export const RECOVERS: RoleFacts = { standing: 'recovering', now: 'answered', slow: false };
export const FAILS: RoleFacts = { standing: 'failing', now: 'failed', slow: false };
export const BLOCKED: RoleFacts = { standing: 'blocked', now: 'failed', slow: false };
export const UNEARNED: RoleFacts = { standing: 'unknown', now: 'unearned', slow: false };
export const REFUSES: RoleFacts = { standing: 'unknown', now: 'refused', slow: false };
export const ABSENT: RoleFacts = { standing: 'unknown', now: 'absent', slow: false };
/** Blocked before, and now there is no sign that it is not just switched off. */
export const LIFELESS: RoleFacts = { standing: 'blocked', now: 'lifeless', slow: false };
/** Silent everywhere for so long that it is no longer asked. */
export const GONE: RoleFacts = { standing: 'unknown', now: 'gone', slow: false };
export const UNHEARD: RoleFacts = { standing: 'blocked', now: 'nothing', slow: false };

/** A test call that ended like this, the last of so many in a row that were cut. */
export const called = (conclusion: CallConclusion, cuts = 0): { readonly call: CallSummary } => ({
  call: { at: 0, conclusion, transport: 'udp', mos: null, cuts },
});

/** A service that answers. */
export const serviceFacts = (change: Partial<ServiceFacts> = {}): ServiceFacts => ({
  retired: false,
  asked: true,
  outage: false,
  silentEverywhere: false,
  outageIsRelated: false,
  testable: true,
  carrier: 'udp',
  signalling: ANSWERS,
  media: ANSWERS,
  relayOverTcp: false,
  ...change,
});

/** An open network. */
export const networkOf = (change: Partial<NetworkFacts> = {}): NetworkFacts => ({
  asked: true,
  online: true,
  nothingAnswers: false,
  portal: false,
  webRtcOff: false,
  controls: { udp: true, tcp: true },
  lossy: { udp: false, tcp: false },
  udp: 'open',
  roundTripMs: 40,
  calm: true,
  steady: true,
  ...change,
});

/** Nothing is known of any service. */
export const tallyOf = (change: Partial<Tally> = {}): Tally => ({
  clear: 0,
  impaired: 0,
  blocked: 0,
  suspected: 0,
  undecided: 0,
  ...change,
});

export const OFFLINE = networkOf({ online: false, nothingAnswers: true });
export const PORTAL = networkOf({ portal: true });
export const NO_UDP = networkOf({ udp: 'blocked', controls: { udp: false, tcp: true } });
export const NO_UDP_YET = networkOf({ udp: 'failing', controls: { udp: false, tcp: true } });
export const TCP_SILENT = networkOf({ controls: { udp: true, tcp: false } });
export const UDP_SILENT = networkOf({ controls: { udp: false, tcp: true } });
export const TCP_LOSSY = networkOf({ lossy: { udp: false, tcp: true } });
export const UDP_LOSSY = networkOf({ lossy: { udp: true, tcp: false } });
export const NO_WEBRTC = networkOf({ webRtcOff: true, udp: 'unknown', controls: { udp: false, tcp: true } });
