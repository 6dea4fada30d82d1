import { describe, expect, test } from 'vitest';
import { read, sentIn } from './reading.ts';

/** Reports as browsers give them, without what is not read. */
const CHROMIUM = {
  speaking: [
    { id: 'OT01A1', type: 'outbound-rtp', kind: 'audio', packetsSent: 117, bytesSent: 9_400 },
    { id: 'RIA1', type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.031, roundTripTimeMeasurements: 2 },
    { id: 'CPa', type: 'candidate-pair', state: 'in-progress', nominated: false, currentRoundTripTime: 9 },
    {
      id: 'CPb',
      type: 'candidate-pair',
      state: 'succeeded',
      nominated: true,
      currentRoundTripTime: 0.04,
      responsesReceived: 6,
    },
    { id: 'T01', type: 'transport', selectedCandidatePairId: 'CPb', dtlsState: 'connected' },
  ],
  hearing: [
    { id: 'IT01V', type: 'inbound-rtp', kind: 'video', packetsReceived: 1, packetsLost: 9, jitter: 9 },
    { id: 'IT01A', type: 'inbound-rtp', kind: 'audio', packetsReceived: 101, packetsLost: 3, jitter: 0.004 },
  ],
};
const FIREFOX = {
  speaking: [
    { id: 'a1', type: 'outbound-rtp', kind: 'audio', packetsSent: 117 },
    { id: 'b1', type: 'candidate-pair', state: 'frozen', nominated: false, selected: false },
    {
      id: 'b2',
      type: 'candidate-pair',
      state: 'succeeded',
      nominated: true,
      selected: true,
      currentRoundTripTime: 0.04,
      responsesReceived: 6,
    },
  ],
  hearing: CHROMIUM.hearing,
};

describe('what a browser tells of a call', () => {
  test('in Chromium', () => {
    expect(read(5, CHROMIUM.speaking, CHROMIUM.hearing, 41)).toEqual({
      at: 5,
      received: 101,
      lost: 3,
      jitterMs: 4,
      roundTrips: [
        { ms: 40, taken: 6 },
        { ms: 31, taken: 2 },
      ],
      echoMs: 41,
    });
  });

  test('in Firefox', () => {
    expect(read(5, FIREFOX.speaking, FIREFOX.hearing, null)).toMatchObject({
      received: 101,
      roundTrips: [
        { ms: 40, taken: 6 },
        { ms: null, taken: null },
      ],
      echoMs: null,
    });
  });

  test('before anything came', () => {
    expect(read(0, [], [], null)).toMatchObject({ received: null, lost: null, jitterMs: null });
    expect(sentIn([])).toBeNull();
  });

  test('of what it sent', () => {
    expect(sentIn(CHROMIUM.speaking)).toBe(117);
  });

  test('and is no number, is not told', () => {
    const odd = [{ type: 'inbound-rtp', kind: 'audio', packetsReceived: '7', packetsLost: Number.NaN, jitter: -1 }];
    expect(read(0, [], odd, null)).toMatchObject({ received: null, lost: null, jitterMs: null });
  });
});
