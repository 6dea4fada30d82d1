import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askSip } from './sip.ts';
import type { Stop } from './stop.ts';
import { FakeWebSocket, fakeWebSockets } from './testing/web-socket.ts';

const URL_ASKED = 'wss://sip.example.org:8443/ws';

beforeEach(fakeWebSockets);
afterEach(() => void vi.unstubAllGlobals());

function ask(signal = new AbortController().signal) {
  const answer = askSip(URL_ASKED, signal);
  const socket = FakeWebSocket.made[0] as FakeWebSocket;
  return { answer, socket };
}

describe('a SIP server', () => {
  test('is asked once, for the sub-protocol of SIP, and answers', async () => {
    const { answer, socket } = ask();
    socket.open();
    socket.answer('200 OK');
    expect(await answer).toMatchObject({
      url: URL_ASKED,
      probe: 'sip',
      transport: 'tls',
      outcome: 'answered',
      depth: 'application',
      code: '200',
      roundTripMs: expect.any(Number),
    });
    expect(socket.offered).toBe('sip');
    expect(socket.sent).toHaveLength(1);
    expect(socket.sent[0]).toMatch(/^OPTIONS sip:sip\.example\.org SIP\/2\.0\r\n/);
    expect(socket.close).toHaveBeenCalled();
  });

  test('is asked with other numbers every time', async () => {
    const requests = [1, 2].map(() => {
      const { socket } = ask();
      FakeWebSocket.made = [];
      socket.open();
      return socket.sent[0];
    });
    expect(requests[0]).not.toBe(requests[1]);
  });

  test.each(['302 Moved', '401 Unauthorized', '405 Method Not Allowed', '503 Busy', '603 Decline'])(
    'is alive when it says %s',
    async (status) => {
      const { answer, socket } = ask();
      socket.open();
      socket.answer(status);
      expect(await answer).toMatchObject({ outcome: 'answered', code: status.slice(0, 3) });
    },
  );

  test('is waited for while it is trying, and while it says other things', async () => {
    const { answer, socket } = ask();
    socket.open();
    socket.answer('100 Trying');
    socket.say('\r\n\r\n');
    socket.say(socket.sent[0] ?? '');
    expect(socket.close).not.toHaveBeenCalled();
    socket.answer('200 OK');
    expect(await answer).toMatchObject({ outcome: 'answered', code: '200' });
  });

  test('that says something else does not speak SIP', async () => {
    const { answer, socket } = ask();
    socket.open();
    socket.say('hello');
    socket.answer('200 OK');
    expect(await answer).toMatchObject({ outcome: 'failed', code: 'not-sip', depth: 'secure', mechanism: 'unknown' });
    expect(await answer).not.toHaveProperty('roundTripMs');
    expect(socket.close).toHaveBeenCalled();
  });

  test.each([1000, 1005, 1006, 1011])('that closes with %s has not answered', async (code) => {
    const { answer, socket } = ask();
    socket.open();
    socket.end(code);
    expect(await answer).toMatchObject({ outcome: 'failed', code: String(code), depth: 'secure' });
    expect(FakeWebSocket.made).toHaveLength(1);
  });

  test('was there if it closed by itself, though nobody told that it was open', async () => {
    const { answer, socket } = ask();
    socket.end(1000);
    expect(await answer).toMatchObject({ outcome: 'failed', code: '1000', depth: 'secure' });
  });
});

describe('a WebSocket without the sub-protocol', () => {
  test('is seen where it opens all the same', async () => {
    const { answer, socket } = ask();
    socket.open('');
    expect(await answer).toMatchObject({ outcome: 'failed', code: 'no-sub-protocol', depth: 'secure' });
    expect(socket.sent).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(FakeWebSocket.made).toHaveLength(1);
  });

  test('is seen where the browser closes it, by asking again without', async () => {
    const { answer, socket } = ask();
    socket.end(1006);
    const again = FakeWebSocket.made[1];
    expect(again?.offered).toBeUndefined();
    again?.open('');
    expect(await answer).toMatchObject({ probe: 'sip', outcome: 'failed', code: 'no-sub-protocol', depth: 'secure' });
    expect(again?.close).toHaveBeenCalled();
  });
});

describe('a WebSocket that does not open', () => {
  test('fails without a reason', async () => {
    const { answer, socket } = ask();
    socket.end(1006);
    FakeWebSocket.made[1]?.end(1006);
    expect(await answer).toMatchObject({ outcome: 'failed', code: '1006', mechanism: 'unknown', depth: 'none' });
  });

  test('fails at the certificate where the browser says so', async () => {
    const { answer, socket } = ask();
    socket.end(1015);
    expect(await answer).toMatchObject({
      outcome: 'failed',
      code: '1015',
      mechanism: 'tls.certificate',
      depth: 'none',
    });
  });

  test('says nothing where the browser refuses its address', async () => {
    FakeWebSocket.refusal = new DOMException('insecure', 'SecurityError');
    expect(await ask().answer).toMatchObject({ outcome: 'inconclusive', code: 'SecurityError' });
  });
});

describe('a question that is ended', () => {
  const STAGES: readonly (readonly [string, (socket: FakeWebSocket) => void, depth: string])[] = [
    ['while the WebSocket opens', () => {}, 'none'],
    ['while it is opened again', (socket) => socket.end(1006), 'none'],
    ['while the answer is awaited', (socket) => socket.open(), 'secure'],
    [
      'while the server is trying',
      (socket) => {
        socket.open();
        socket.answer('100 Trying');
      },
      'secure',
    ],
  ];

  test.each(STAGES)('%s shows how far it came when its time was up', async (_, reach, depth) => {
    const controller = new AbortController();
    const { answer, socket } = ask(controller.signal);
    reach(socket);
    controller.abort('silent' satisfies Stop);
    expect(await answer).toMatchObject({ outcome: 'silent', code: 'timeout', mechanism: 'unknown', depth });
    for (const made of FakeWebSocket.made) expect(made.close).toHaveBeenCalled();
  });

  test.each(STAGES)('%s says nothing when it was cancelled', async (_, reach) => {
    const controller = new AbortController();
    const { answer, socket } = ask(controller.signal);
    reach(socket);
    controller.abort('cancelled' satisfies Stop);
    expect(await answer).toMatchObject({ outcome: 'inconclusive', code: 'cancelled' });
    expect(await answer).not.toHaveProperty('mechanism');
    for (const made of FakeWebSocket.made) expect(made.close).toHaveBeenCalled();
    // The news of the close opens nothing anew.
    const { length } = FakeWebSocket.made;
    await new Promise((resolve) => setTimeout(resolve));
    expect(FakeWebSocket.made).toHaveLength(length);
  });

  test('before it was put opens nothing', async () => {
    expect(await ask(AbortSignal.abort('cancelled' satisfies Stop)).answer).toMatchObject({ outcome: 'inconclusive' });
    expect(FakeWebSocket.made).toHaveLength(0);
  });
});
