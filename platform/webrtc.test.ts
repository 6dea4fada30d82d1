import { afterEach, expect, test, vi } from 'vitest';
import { readWebRtc } from './webrtc.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A connection that gathers these candidates; null: gathering has ended. */
function connection(candidates: readonly (string | null)[]) {
  const closed = vi.fn();
  vi.stubGlobal(
    'RTCPeerConnection',
    class {
      onicecandidate: (event: { candidate: { candidate: string } | null }) => void = () => {};
      close = closed;
      createDataChannel() {}
      async setLocalDescription() {
        for (const one of candidates) this.onicecandidate({ candidate: one === null ? null : { candidate: one } });
      }
    },
  );
  return closed;
}

const HIDDEN = 'candidate:1 1 udp 2113937151 3f2b9c4e-aaaa.local 50000 typ host';
const OPEN = 'candidate:1 1 udp 2113937151 192.0.2.7 50000 typ host';

test('Where there is no WebRTC it is off', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  expect(await readWebRtc()).toBe('off');
});

test('Where no connection can be made it is off', async () => {
  vi.stubGlobal(
    'RTCPeerConnection',
    class {
      constructor() {
        throw new Error('disabled');
      }
    },
  );
  expect(await readWebRtc()).toBe('off');
});

test.for([
  ['none', [null]],
  ['none', ['', null]],
  ['hidden', [HIDDEN, null]],
  ['open', [HIDDEN, OPEN, null]],
] as const)('It is %s with %j, and the connection is closed', async ([state, candidates]) => {
  const closed = connection(candidates);
  expect(await readWebRtc()).toBe(state);
  expect(closed).toHaveBeenCalled();
});

test.for([
  ['hidden', [HIDDEN]],
  ['unread', []],
] as const)('Where gathering never ends it is %s', async ([state, candidates]) => {
  vi.useFakeTimers();
  connection(candidates);
  const answer = readWebRtc();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await answer).toBe(state);
});
