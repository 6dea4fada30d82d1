import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { complain, complaintsItem, hearErrors, readComplaints } from './complaints.ts';

let logged: ReturnType<typeof vi.spyOn>;
let browser: Extension;
beforeEach(() => {
  browser = extension();
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
async function kept(...errors: unknown[]): Promise<string[]> {
  for (const error of errors) {
    complain('round failed', error);
    await settled();
  }
  return readComplaints(await complaintsItem.getValue()).map(({ message }) => message);
}

test('An error is logged, and kept with its time and place', async () => {
  const error = new TypeError('x is undefined');
  expect(await kept(error)).toEqual(['TypeError: x is undefined']);
  expect(logged).toHaveBeenCalledWith('ringback: round failed', error);
  expect(await complaintsItem.getValue()).toEqual([
    { at: expect.closeTo(Date.now(), -4), where: 'round failed', message: 'TypeError: x is undefined' },
  ]);
});

describe('no address is kept', () => {
  test.for([
    'to 192.0.2.7 failed',
    'to 192.0.2.7:3478 failed',
    'to [2001:db8::7]:443 failed',
    'to 2001:db8:0:1:2:3:4:5 failed',
    'to ::1 failed',
    'to fe80::1%eth0 failed',
    'to ::ffff:192.0.2.7 failed',
    'to https://user:secret@host.example/path?token=1 failed',
    'to HTTPS://HOST.EXAMPLE failed',
    'to turn:relay.example:3478?transport=udp failed',
    'to wss://host.example failed',
    'to blob:chrome-extension://abc/def failed',
    'to {"ip":"192.0.2.7"} failed',
    'to host.example:443 failed',
    'to ec2-192-0-2-7.compute.example failed',
    'to 7.2.0.192.in-addr.arpa failed',
    'to 3f2b9c4e.local failed',
    'to (https://host.example/) failed',
  ])('%s', async (message) => {
    expect(await kept(new Error(message))).toEqual(['Error: to … failed']);
  });

  test('nor a part of one that reaches over the longest message', async () => {
    const [message] = await kept(new Error(`${'x '.repeat(90)}https://${'secret.'.repeat(50)}example/`));
    expect(message).not.toContain('secret');
    expect(message?.length).toBeLessThanOrEqual(200);
  });
});

test('A message that is long takes no time, and is cut', async () => {
  const began = performance.now();
  const [message] = await kept(new Error('x1:'.repeat(1_000_000)), new Error('a'.repeat(5_000_000)));
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(message?.length).toBeLessThanOrEqual(200);
});

test('The last 20 are kept, and what happens over and over is one of them', async () => {
  const errors = Array.from({ length: 30 }, (_, i) => new Error(`no. ${i}`));
  const messages = await kept(...errors, new Error('no. 29'));
  expect(messages).toHaveLength(20);
  expect(messages.at(0)).toBe('Error: no. 10');
  expect(messages.at(-1)).toBe('Error: no. 29');
});

describe('nothing makes it throw', () => {
  test.for<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a symbol', Symbol('x')],
    ['an object without a prototype', Object.create(null)],
    [
      'an object that throws',
      {
        toString() {
          throw new Error('no');
        },
      },
    ],
  ])('%s', async ([, error]) => {
    expect((await kept(error, new Error('later'))).at(-1)).toBe('Error: later');
  });

  test('a storage that is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    expect(await kept(new Error('x'))).toEqual([]);
  });

  test.for([7, 'x', {}, [null, 7, { at: 'then' }]])('damaged records: %j', async (stored) => {
    await complaintsItem.setValue(stored as never);
    expect(await kept(new Error('x'))).toEqual(['Error: x']);
  });
});

test('Where there is no storage the background keeps it', async () => {
  const { onMessage } = await import('./messages.ts');
  const told = vi.fn();
  onMessage('complain', ({ data }) => told(data));
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new TypeError('no storage'));
  await kept(new Error('to 192.0.2.7')).catch(() => {});
  expect(told).toHaveBeenCalledWith({ where: 'round failed', message: 'Error: to …' });
});

test('Errors that nobody caught are kept', async () => {
  const { scope } = browser;
  hearErrors('options');
  scope.dispatchEvent(Object.assign(new Event('error'), { error: new Error('thrown'), message: 'Uncaught' }));
  await settled();
  scope.dispatchEvent(Object.assign(new Event('error'), { message: 'Script error.' }));
  await settled();
  scope.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('rejected') }));
  await settled();
  expect((await complaintsItem.getValue()).map(({ where, message }) => `${where}: ${message}`)).toEqual([
    'options: Error: thrown',
    'options: Script error.',
    'options: Error: rejected',
  ]);
});
