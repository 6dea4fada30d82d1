import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DIRECT, type Observation } from '../core/evidence/observation.ts';
import { askIce } from './ice.ts';
import type { Stop } from './stop.ts';
import { signInFakedTime } from './testing/crypto.ts';
import { complete, error, FakePeerConnection, host, replay, srflx } from './testing/peer-connection.ts';

const STUN = 'stun:stun.example:3478';
const LOOKUP = 'STUN host lookup received error.';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function ask(patience = 2_200, stop: Stop = 'silent'): Promise<Observation> {
  const controller = new AbortController();
  setTimeout(() => controller.abort(stop), patience);
  const answer = askIce(STUN, 'salt', controller.signal);
  await vi.advanceTimersByTimeAsync(5_000);
  for (const made of FakePeerConnection.made) expect(made.closed).toHaveBeenCalledOnce();
  return answer;
}

describe('an answer whose fingerprint is still being made', () => {
  const answered = { outcome: 'answered', code: 'srflx', depth: 'application', seenFrom: { family: 4 } };
  beforeEach(() => signInFakedTime(80));

  test('is not lost at the end of gathering, on a busy machine', async () => {
    replay(host(), error(9, 701, LOOKUP), srflx(100), complete(120));
    expect(await ask()).toMatchObject(answered);
  });

  test.for<Stop>(['silent', 'not-needed', 'cancelled'])(
    'is not lost when the question ends meanwhile: %s',
    async (stop) => {
      replay(host(), srflx(2_150));
      expect(await ask(2_200, stop)).toMatchObject(answered);
    },
  );

  test('took as long as the server, not as the fingerprint', async () => {
    replay(host(), srflx(100));
    expect((await ask()).durationMs).toBe(100);
  });
});

test('An answer whose fingerprint can’t be made is one all the same', async () => {
  signInFakedTime();
  vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(new DOMException('no', 'OperationError'));
  replay(host(), srflx(100));
  const seen = await ask();
  expect(seen).toMatchObject({ outcome: 'answered', code: 'srflx' });
  expect(seen).not.toHaveProperty('seenFrom');
});

/** What would repeat the machine's own address the browser leaves out; whether it is so the round reads from the other servers. */
describe('a server that has seen the very address that this machine has', () => {
  beforeEach(() => signInFakedTime());

  test.for([
    ['a public one', '203.0.113.77'],
    ['a private one, where servers of the same network without translation see just that', '10.77.0.2'],
  ] as const)('is concluded to have answered, and said to be concluded: %s', async ([, address]) => {
    replay(host(1, address), complete(121));
    const seen = await ask();
    expect(seen).toMatchObject({ outcome: 'answered', code: DIRECT, durationMs: 121, seenFrom: { family: 4 } });
    expect(JSON.stringify(seen)).not.toContain(address);
  });

  test('is not concluded from an address that the browser hides', async () => {
    replay(host(1, 'a1b2c3d4.local'), complete(121));
    expect((await ask()).outcome).toBe('inconclusive');
  });

  test('is not concluded where the browser reported an error', async () => {
    replay(host(), error(9, 701, LOOKUP), complete(121));
    expect((await ask()).outcome).toBe('failed');
  });

  test('is not concluded before gathering has ended: the request may still be repeated', async () => {
    replay(host());
    expect((await ask()).outcome).toBe('silent');
  });
});
