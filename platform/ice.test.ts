import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Stop } from '../probes/stop.ts';
import { signInFakedTime } from '../probes/testing/crypto.ts';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { observation } from '../probes/testing/network.ts';
import { replay, srflx } from '../probes/testing/peer-connection.ts';
import { iceOffscreen, openIce } from './ice.ts';
import { sendMessage } from './messages.ts';
import { closeOffscreen } from './offscreen.ts';

vi.mock('./messages.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));
const send = vi.mocked(sendMessage as (type: string, data: unknown) => Promise<unknown>);

const STUN = 'stun:stun.example:3478';
const TURN = 'turn:relay.example:443?transport=tcp';

let browser: Extension;
beforeEach(async () => {
  browser = extension('chromium');
  await closeOffscreen();
  send.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const running = () => new AbortController().signal;

describe('in a browser whose background has WebRTC', () => {
  test('the question is put here, and no page is opened', async () => {
    browser = extension('firefox');
    replay(srflx(1));
    signInFakedTime();
    const ice = openIce('salt');
    expect(await ice.ask(STUN, running())).toMatchObject({ outcome: 'answered' });
    await ice.close();
    expect(browser.offscreen.createDocument).not.toHaveBeenCalled();
    expect(send).not.toHaveBeenCalled();
  });

  test('and has it switched off, that is what the answer says: there is no page to turn to', async () => {
    browser = extension('firefox');
    vi.stubGlobal('RTCPeerConnection', undefined);
    const ice = openIce('salt');
    expect(await ice.ask(STUN, running())).toMatchObject({ outcome: 'inconclusive', code: 'no-webrtc' });
    await expect(ice.close()).resolves.toBeUndefined();
    await expect(closeOffscreen()).resolves.toBeUndefined();
    expect(send).not.toHaveBeenCalled();
  });
});

describe('in a browser whose worker has no WebRTC', () => {
  test('the hidden page is opened once, asked with the salt, and closed', async () => {
    send.mockImplementation(async (_, data) => observation((data as { url: string }).url, 'answered'));
    const ice = openIce('salt');
    const [one] = await Promise.all([ice.ask(STUN, running()), ice.ask(TURN, running())]);
    expect(one).toMatchObject({ url: STUN, outcome: 'answered' });
    expect(browser.offscreen.createDocument).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ reasons: ['WEB_RTC'] }),
    );
    expect(send).toHaveBeenCalledWith('probe', { id: expect.any(String), url: STUN, salt: 'salt' });
    await ice.close();
    expect(browser.offscreen.open).toBe(false);
  });

  test('a page that a killed worker left behind is taken over', async () => {
    browser.offscreen.open = true;
    send.mockResolvedValue(observation(STUN, 'answered'));
    expect(await iceOffscreen('salt').ask(STUN, running())).toMatchObject({ outcome: 'answered' });
    expect(browser.offscreen.createDocument).not.toHaveBeenCalled();
  });

  test.for<Stop>(['silent', 'not-needed', 'cancelled'])('the page is told when the question ends: %s', async (stop) => {
    const controller = new AbortController();
    send.mockImplementation(async (type) => {
      if (type === 'probe') controller.abort(stop);
      return observation(STUN, 'silent');
    });
    await iceOffscreen('salt').ask(STUN, controller.signal);
    const [, question] = send.mock.calls.find(([type]) => type === 'probe') ?? [];
    const { id } = question as { id: string };
    expect(send).toHaveBeenCalledWith('probeStop', { id, reason: stop });
  });

  test('a question that has been answered is not ended later', async () => {
    const controller = new AbortController();
    send.mockResolvedValue(observation(STUN, 'answered'));
    await iceOffscreen('salt').ask(STUN, controller.signal);
    controller.abort('silent' satisfies Stop);
    expect(send.mock.calls.map(([type]) => type)).toEqual(['probe']);
  });
});

describe('a page that fails says nothing about the server', () => {
  const inconclusive = { url: STUN, probe: 'stun', transport: 'udp', outcome: 'inconclusive', depth: 'none' };

  test('it can’t be opened', async () => {
    browser.offscreen.refusal = new TypeError('no');
    expect(await iceOffscreen('salt').ask(STUN, running())).toMatchObject({ ...inconclusive, code: 'TypeError' });
    expect(send).not.toHaveBeenCalled();
  });

  test('it can be opened at the next question after it could not', async () => {
    browser.offscreen.refusal = new Error('no');
    send.mockResolvedValue(observation(STUN, 'answered'));
    const ice = iceOffscreen('salt');
    await ice.ask(STUN, running());
    browser.offscreen.refusal = null;
    expect(await ice.ask(STUN, running())).toMatchObject({ outcome: 'answered' });
  });

  test('it crashes while it asks', async () => {
    send.mockRejectedValue(new Error('Could not establish connection. Receiving end does not exist.'));
    const seen = await iceOffscreen('salt').ask(TURN, running());
    expect(seen).toMatchObject({ probe: 'turn', transport: 'tcp', outcome: 'inconclusive', code: 'Error' });
    expect(JSON.stringify(seen)).not.toContain('Receiving');
  });

  test('it can’t be told that the question has ended', async () => {
    const controller = new AbortController();
    send.mockImplementation((type) => {
      if (type === 'probeStop') return Promise.reject(new Error('gone'));
      controller.abort('silent' satisfies Stop);
      return Promise.resolve(observation(STUN, 'silent'));
    });
    expect(await iceOffscreen('salt').ask(STUN, controller.signal)).toMatchObject({ outcome: 'silent' });
  });

  test('the time was up before it was open', async () => {
    const signal = AbortSignal.abort('silent' satisfies Stop);
    expect(await iceOffscreen('salt').ask(STUN, signal)).toMatchObject({ ...inconclusive, code: 'timeout' });
    expect(send).not.toHaveBeenCalled();
  });

  test('closing one that is not there is no error', async () => {
    await expect(iceOffscreen('salt').close()).resolves.toBeUndefined();
  });
});
