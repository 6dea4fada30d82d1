import { type Browser, browser } from 'wxt/browser';
import type { CallProgress, CallTransport, TestCall } from '../core/call/call.ts';
import { notMade, testOf } from '../core/call/ending.ts';
import type { OwnServer } from '../core/own/server.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { lendsOffscreen } from './offscreen.ts';
import { type Answer, type Asked, CALL, LEND } from './ports.ts';

/**
 * Test calls, for the page in which the person asked for one. In Firefox that page makes the call: its click lets sound begin. In Chromium
 * the hidden page does, which the background lends for as long as this page is there. Credentials never travel: who makes the call reads
 * them.
 */
export interface RunningCall {
  /** Never rejects: what could not be made is told as such. */
  readonly ended: Promise<TestCall>;
  cancel(): void;
}

type Told = (progress: CallProgress) => void;

export function startCall(server: OwnServer, transports: readonly CallTransport[], onProgress: Told): RunningCall {
  const controller = new AbortController();
  const at = Date.now();
  const call: Call = { server, transports, onProgress, signal: controller.signal };
  const made = FOR_FIREFOX && !lendsOffscreen() ? callHere(call) : callOffscreen(call);
  return {
    ended: made.catch(() => {
      const lost = { end: 'interrupted', code: 'page-lost' } as const;
      return testOf(
        server.id,
        at,
        transports.map((transport) => notMade(transport, lost)),
      );
    }),
    cancel: () => controller.abort(),
  };
}

export interface Call {
  readonly server: OwnServer;
  readonly transports: readonly CallTransport[];
  readonly onProgress: Told;
  readonly signal: AbortSignal;
}

async function callHere(call: Call): Promise<TestCall> {
  const { runCalls } = await import('./calls.ts');
  return runCalls(call);
}

/** The hidden page tells four times a second how it goes: after such a silence it is gone. A port alone does not tell. */
const LOST_MS = 10_000;
/** A worker that hears nothing for half a minute is ended, and the page that it lends with it. */
const PING_MS = 10_000;

async function callOffscreen({ server, transports, onProgress, signal }: Call): Promise<TestCall> {
  const loan = browser.runtime.connect({ name: LEND });
  const ports = [loan];
  const ping = setInterval(() => loan.postMessage('ping'), PING_MS);
  const over = new AbortController();
  try {
    await hear(loan, (_, done) => done(null));
    const page = browser.runtime.connect({ name: CALL });
    ports.push(page);
    const ask = (asked: Asked) => page.postMessage(asked);
    const result = hear<Answer, TestCall>(page, (answer, done) => {
      if (answer === 'ready') {
        ask({ server, transports });
        if (signal.aborted) ask('cancel');
        else signal.addEventListener('abort', () => ask('cancel'), { signal: over.signal });
      } else if ('progress' in answer) onProgress(answer.progress);
      else done(answer.ended);
    });
    const returned = new Promise<never>((_, reject) => loan.onDisconnect.addListener(reject));
    return await Promise.race([result, returned]);
  } finally {
    over.abort();
    clearInterval(ping);
    for (const port of ports) port.disconnect();
  }
}

/** Reads what a port says until it is done; rejects when it closes, or is silent for too long. */
function hear<Message, Result>(
  port: Browser.runtime.Port,
  read: (message: Message, done: (result: Result) => void) => void,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout>;
  return new Promise<Result>((resolve, reject) => {
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(reject, LOST_MS);
    };
    port.onDisconnect.addListener(reject);
    port.onMessage.addListener((message: Message) => {
      wait();
      read(message, resolve);
    });
    wait();
  }).finally(() => clearTimeout(timer));
}
