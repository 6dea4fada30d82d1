import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Credentials } from '../core/own/credentials.ts';
import { askAddress } from './ask-own.ts';
import type { Stop } from './stop.ts';
import { error, FakePeerConnection, host, relay, replay } from './testing/peer-connection.ts';
import { answering } from './testing/web.ts';

const TURN = { kind: 'turn', url: 'turn:relay.example:3478?transport=udp' } as const;
const PASSWORD: Credentials = { kind: 'password', username: 'amina', password: 'secret' };

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Two seconds are fair. */
async function ask(address: Parameters<typeof askAddress>[0], credentials: Credentials | null = null) {
  const controller = new AbortController();
  setTimeout(() => controller.abort('silent' satisfies Stop), 2_000);
  const answer = askAddress(address, credentials, 'salt', controller.signal);
  await vi.advanceTimersByTimeAsync(2_100);
  return answer;
}
const given = () => FakePeerConnection.made[0]?.configuration.iceServers?.[0];

describe('a relay of one’s own', () => {
  test('is asked for an allocation with its credentials, and answers with one', async () => {
    replay(relay(90));
    expect(await ask(TURN, PASSWORD)).toMatchObject({ outcome: 'answered', code: 'relay', probe: 'turn' });
    expect(given()).toEqual({ urls: TURN.url, username: 'amina', credential: 'secret' });
  });

  test('that shares a secret is given a user name made for this use', async () => {
    replay(relay(90));
    vi.useRealTimers();
    const answer = askAddress(TURN, { kind: 'rest', user: 'amina', secret: 's' }, 'salt', AbortSignal.timeout(5_000));
    expect((await answer).code).toBe('relay');
    expect(given()).toMatchObject({ username: expect.stringMatching(/^\d{10}:amina$/) });
  });

  test.for([401, 403, 486, 508])('that refuses has answered all the same: %s', async (code) => {
    replay(error(60, code));
    expect(await ask(TURN, PASSWORD)).toMatchObject({ outcome: 'answered', code: String(code) });
  });

  test('that says nothing is silent', async () => {
    replay(host());
    expect(await ask(TURN, PASSWORD)).toMatchObject({ outcome: 'silent' });
  });

  test('of which no credentials are known is asked like any other', async () => {
    replay(error(60, 401));
    expect(await ask(TURN)).toMatchObject({ outcome: 'answered', code: '401' });
    expect(given()?.username).toBe('ringback');
  });
});

test('A STUN server is given no credentials', async () => {
  replay(host());
  await ask({ kind: 'stun', url: 'stun:relay.example:3478' }, PASSWORD);
  expect(given()).toEqual({ urls: 'stun:relay.example:3478' });
});

test('A web address is asked as any other', async () => {
  const fetch = answering();
  expect(await ask({ kind: 'web', url: 'https://talk.example/' })).toMatchObject({
    outcome: 'answered',
    probe: 'https',
  });
  expect(fetch).toHaveBeenCalledOnce();
});

test.for([
  ['sip', 'sip'],
  ['web', undefined],
] as const)('A WebSocket is asked by its kind: %s', async ([kind, protocol]) => {
  const opened = vi.fn();
  vi.stubGlobal(
    'WebSocket',
    class extends EventTarget {
      constructor(...args: unknown[]) {
        super();
        opened(...args);
      }
      close() {}
    },
  );
  const url = 'wss://pbx.example/ws';
  expect((await ask({ kind, url })).outcome).toBe('silent');
  expect(opened.mock.calls[0]).toEqual(protocol ? [url, protocol] : [url]);
});
