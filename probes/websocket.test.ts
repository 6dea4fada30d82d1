import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Stop } from './stop.ts';
import { FakeWebSocket, fakeWebSockets } from './testing/web-socket.ts';
import { askWebSocket } from './websocket.ts';

const URL = 'wss://chat.example/socket';

beforeEach(fakeWebSockets);
afterEach(() => void vi.unstubAllGlobals());

function ask(signal = new AbortController().signal) {
  const answer = askWebSocket(URL, signal);
  return { answer, socket: FakeWebSocket.made[0] };
}

test('A WebSocket that opens proves the path, and is closed at once', async () => {
  const { answer, socket } = ask();
  socket?.open();
  expect(await answer).toMatchObject({
    url: URL,
    probe: 'websocket',
    transport: 'tls',
    outcome: 'answered',
    code: '101',
    depth: 'application',
  });
  expect(socket?.url).toBe(URL);
  expect(socket?.close).toHaveBeenCalled();
});

describe('a WebSocket that does not open', () => {
  test('fails without a reason', async () => {
    const { answer, socket } = ask();
    socket?.end(1006);
    expect(await answer).toMatchObject({ outcome: 'failed', code: '1006', mechanism: 'unknown', depth: 'none' });
  });

  test('fails at the certificate where the browser says so', async () => {
    const { answer, socket } = ask();
    socket?.end(1015);
    expect(await answer).toMatchObject({ outcome: 'failed', code: '1015', mechanism: 'tls.certificate' });
  });

  test('is silent when its time is up, and closed', async () => {
    const controller = new AbortController();
    const { answer, socket } = ask(controller.signal);
    controller.abort('silent' satisfies Stop);
    expect(await answer).toMatchObject({ outcome: 'silent', code: 'timeout', mechanism: 'unknown' });
    expect(socket?.close).toHaveBeenCalled();
  });

  test.for<Stop>(['not-needed', 'cancelled'])('says nothing when it was ended as %s', async (stop) => {
    const controller = new AbortController();
    const { answer } = ask(controller.signal);
    controller.abort(stop);
    expect(await answer).toMatchObject({ outcome: 'inconclusive', code: stop });
    expect(await answer).not.toHaveProperty('mechanism');
  });
});

describe('a WebSocket that was never asked for says nothing', () => {
  test('an address that the browser refuses', async () => {
    FakeWebSocket.refusal = new DOMException('insecure', 'SecurityError');
    expect(await ask().answer).toMatchObject({ outcome: 'inconclusive', code: 'SecurityError' });
  });

  test('a question that ended before', async () => {
    expect(await ask(AbortSignal.abort('cancelled' satisfies Stop)).answer).toMatchObject({ outcome: 'inconclusive' });
    expect(FakeWebSocket.made).toHaveLength(0);
  });
});
