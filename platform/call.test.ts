import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TestCall } from '../core/call/call.ts';
import { call as made } from '../core/call/testing.ts';
import type { OwnServer } from '../core/own/server.ts';
import { serveCalls } from '../entrypoints/offscreen/calling.ts';
import { type Extension, extension } from '../probes/testing/extension.ts';
import type { FakePort } from '../probes/testing/ports.ts';
import { type Call, startCall } from './call.ts';
import { runCalls } from './calls.ts';
import { closeOffscreen, lendToPages } from './offscreen.ts';
import { CALL, LEND } from './ports.ts';

vi.mock('./calls.ts', () => ({ runCalls: vi.fn() }));

const SERVER: OwnServer = {
  id: 'own-0000000a',
  name: 'Mine',
  addresses: [{ kind: 'turn', url: 'turn:relay.example:3478?transport=udp' }],
};
const ENDED: TestCall = { at: 1, service: SERVER.id, calls: [made()], conclusion: 'works' };
const PROGRESS = { transport: 'udp', stage: 'ice', share: 0.1, seconds: [] } as const;

let browser: Extension;
/** The call that is being made, and how it ends. */
let running: { call: Call; end(result: TestCall): void } | undefined;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  running = undefined;
  vi.mocked(runCalls).mockImplementation(
    (call) =>
      new Promise((end) => {
        running = { call, end };
      }),
  );
});
afterEach(async () => {
  for (const port of browser.ports.opened) port.disconnect();
  await pass();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms = 1) => vi.advanceTimersByTimeAsync(ms);

/** A browser whose hidden page makes calls. */
async function chromium(): Promise<void> {
  browser = extension('chromium');
  await closeOffscreen();
  lendToPages();
  browser.ports.connected.addListener((port: FakePort) => {
    if (port.name === CALL && browser.offscreen.open) serveCalls(port as never);
  });
}
const opened = (name: string) => browser.ports.opened.find((port) => port.name === name);
const accepted = (name: string) => browser.ports.accepted.find((port) => port.name === name);

function endWorker(): void {
  accepted(LEND)?.disconnect();
  // What it had borrowed is forgotten with it.
  accepted(LEND)?.onDisconnect.fire();
}

/** Nothing is lent, nothing waits. */
async function nothingLeft(): Promise<void> {
  await pass();
  expect(browser.ports.opened.filter(({ isOpen }) => isOpen)).toEqual([]);
  expect(browser.offscreen.open).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
}

describe('in Chromium a call', () => {
  beforeEach(chromium);

  test('is made by the hidden page, which is lent for it, and tells how it goes', async () => {
    const told = vi.fn();
    const { ended } = startCall(SERVER, ['udp'], told);
    await pass();
    expect(browser.offscreen.open).toBe(true);
    expect(running?.call).toMatchObject({ server: SERVER, transports: ['udp'] });
    running?.call.onProgress(PROGRESS);
    await pass();
    expect(told).toHaveBeenCalledWith(PROGRESS);
    running?.end(ENDED);
    await pass();
    expect(await ended).toEqual(ENDED);
    await nothingLeft();
  });

  test('is cancelled where it is made, and says what it came to', async () => {
    const { ended, cancel } = startCall(SERVER, ['udp'], () => {});
    await pass();
    cancel();
    await pass();
    expect(running?.call.signal.aborted).toBe(true);
    running?.end({ ...ENDED, conclusion: 'nothing' });
    await pass();
    expect((await ended).conclusion).toBe('nothing');
    await nothingLeft();
  });

  test('that is cancelled at once is told so as soon as it can be', async () => {
    const { cancel } = startCall(SERVER, ['udp'], () => {});
    cancel();
    await pass();
    expect(running?.call.signal.aborted).toBe(true);
  });

  test('ends when the page that asked for it is gone', async () => {
    startCall(SERVER, ['udp'], () => {});
    await pass();
    for (const one of browser.ports.opened) one.disconnect();
    await pass();
    expect(running?.call.signal.aborted).toBe(true);
    expect(browser.offscreen.open).toBe(false);
  });

  test('keeps the worker awake', async () => {
    startCall(SERVER, ['udp'], () => {});
    await pass();
    const ping = vi.spyOn(opened(LEND) as FakePort, 'postMessage');
    for (let second = 0; second < 25; second++) {
      running?.call.onProgress(PROGRESS);
      await pass(1_000);
    }
    expect(ping).toHaveBeenCalledTimes(2);
  });

  test.for<[what: string, happens: () => unknown]>([
    ['the hidden page says nothing any more', () => pass(10_000)],
    ['the hidden page is closed', () => accepted(CALL)?.disconnect()],
    ['the worker is ended', endWorker],
  ])('is interrupted when %s', async ([, happens]) => {
    const { ended } = startCall(SERVER, ['udp', 'tls'], () => {});
    await pass();
    await happens();
    const { calls, conclusion, service } = await ended;
    expect(calls.map(({ transport, end, code }) => [transport, end, code])).toEqual([
      ['udp', 'interrupted', 'page-lost'],
      ['tls', 'interrupted', 'page-lost'],
    ]);
    expect([conclusion, service]).toEqual(['nothing', SERVER.id]);
  });

  test('is interrupted when there can be no hidden page', async () => {
    browser.offscreen.refusal = new Error('no');
    const { ended } = startCall(SERVER, ['udp'], () => {});
    await pass(10_000);
    expect((await ended).calls).toMatchObject([{ end: 'interrupted', code: 'page-lost' }]);
    await nothingLeft();
  });
});

test('In Firefox the page makes the call itself', async () => {
  browser = extension('firefox');
  const { ended, cancel } = startCall(SERVER, ['udp'], () => {});
  await vi.waitFor(() => expect(running).toBeDefined());
  cancel();
  expect(running?.call.signal.aborted).toBe(true);
  running?.end(ENDED);
  expect(await ended).toEqual(ENDED);
  expect(browser.ports.opened).toEqual([]);
});
