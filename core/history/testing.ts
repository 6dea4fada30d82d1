import type { TransportCall } from '../call/call.ts';
import type { CallRecord, NetworkRecord, OwnWordRecord, RoundRecord, SpellRecord } from './records.ts';

/** Records for tests, told as what differs from an ordinary one. Used by tests only. */

/** Fingerprint of the n-th network. */
export const key = (n: number): string => n.toString(16).padStart(16, '0');

export const network = (n: number, change: Partial<NetworkRecord> = {}): NetworkRecord => ({
  key: key(n),
  asn: null,
  operator: null,
  country: null,
  hosting: false,
  access: null,
  name: null,
  firstAt: 0,
  lastAt: 0,
  ...change,
});

export const round = (at: number, change: Partial<RoundRecord> = {}): RoundRecord => ({
  network: key(1),
  at,
  durationMs: 1000,
  explained: false,
  state: 'clear',
  services: {},
  ...change,
});

export const spell = (from: number, to: number | null, change: Partial<SpellRecord> = {}): SpellRecord => ({
  network: key(1),
  kind: 'calls',
  subject: 'whatsapp',
  from,
  to,
  seenAt: to ?? from,
  ...change,
});

export const word = (at: number, change: Partial<OwnWordRecord> = {}): OwnWordRecord => ({
  network: key(1),
  at,
  service: 'whatsapp',
  word: 'failed',
  ...change,
});

/** A server of the person's own. */
export const OWN = 'own-00c0ffee';

export const call = (at: number, change: Partial<CallRecord> = {}): CallRecord => ({
  network: key(1),
  at,
  service: OWN,
  conclusion: 'works',
  calls: [transportCall()],
  ...change,
});

export const transportCall = (change: Partial<TransportCall> = {}): TransportCall => ({
  transport: 'udp',
  end: 'works',
  reached: { relay: 80, ice: 160, dtls: 240, 'first-packet': 280, media: 300 },
  durationMs: 12_300,
  seconds: [{ roundTripMs: 80, jitterMs: 2, loss: 0, packets: 50 }],
  roundTripMs: 80,
  jitterMs: 2,
  loss: 0,
  stalls: 0,
  mos: 4.4,
  ...change,
});
