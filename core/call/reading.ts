/** What `getStats` told of a call at one moment, in plain numbers. Null is what the browser did not tell, never 0. */
export interface Reading {
  /** On a clock that only runs forward, ms. */
  readonly at: number;
  /** Packets of sound since the beginning, as the side that hears counts them. */
  readonly received: number | null;
  /** Those that are missing in their sequence; falls when one of them comes late or twice. */
  readonly lost: number | null;
  readonly jitterMs: number | null;
  /** Round trips that the browser took by itself, the best source first. */
  readonly roundTrips: readonly RoundTrip[];
  /** Median round trip of our own packets that came back since the last reading. */
  readonly echoMs: number | null;
}

export interface RoundTrip {
  readonly ms: number | null;
  /** How many were taken so far; the value stands for one of them only while this grows. */
  readonly taken: number | null;
}

/** As a report of `getStats` lists them. */
export type Entries = readonly object[];

/** The fields that are read; each browser has some of them, and which is in the tests. */
interface Entry {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly kind?: unknown;
  readonly state?: unknown;
  readonly nominated?: unknown;
  readonly selected?: unknown;
  readonly selectedCandidatePairId?: unknown;
  readonly packetsReceived?: unknown;
  readonly packetsSent?: unknown;
  readonly packetsLost?: unknown;
  readonly jitter?: unknown;
  readonly roundTripTime?: unknown;
  readonly roundTripTimeMeasurements?: unknown;
  readonly currentRoundTripTime?: unknown;
  readonly responsesReceived?: unknown;
}

export function read(at: number, speaking: Entries, hearing: Entries, echoMs: number | null): Reading {
  const inbound = find(hearing, isSound('inbound-rtp'));
  const pair = selectedPair(speaking);
  const reported = find(speaking, isSound('remote-inbound-rtp'));
  return {
    at,
    received: count(inbound?.packetsReceived),
    lost: count(inbound?.packetsLost),
    jitterMs: seconds(inbound?.jitter),
    roundTrips: [
      { ms: seconds(pair?.currentRoundTripTime), taken: count(pair?.responsesReceived) },
      { ms: seconds(reported?.roundTripTime), taken: count(reported?.roundTripTimeMeasurements) },
    ],
    echoMs,
  };
}

/** Packets of sound that left this browser. */
export const sentIn = (speaking: Entries): number | null => count(find(speaking, isSound('outbound-rtp'))?.packetsSent);

const find = (entries: Entries, fits: (entry: Entry) => boolean): Entry | undefined => entries.find(fits);

const isSound =
  (type: string) =>
  (entry: Entry): boolean =>
    entry.type === type && entry.kind === 'audio';

/** Chromium names it in the transport, Firefox marks it. */
function selectedPair(entries: Entries): Entry | undefined {
  const id = find(entries, ({ type }) => type === 'transport')?.selectedCandidatePairId;
  return find(entries, (entry) =>
    id === undefined
      ? entry.type === 'candidate-pair' &&
        (entry.selected === true || (entry.nominated === true && entry.state === 'succeeded'))
      : entry.id === id,
  );
}

const count = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const seconds = (value: unknown): number | null => {
  const told = count(value);
  return told === null || told < 0 ? null : told * 1_000;
};
