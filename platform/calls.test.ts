import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallEnd, CallTransport } from '../core/call/call.ts';
import { call as made } from '../core/call/testing.ts';
import type { OwnServer } from '../core/own/server.ts';
import { makeCall } from '../probes/call.ts';
import type { Call } from './call.ts';
import { runCalls } from './calls.ts';
import { secretOf } from './secrets.ts';

vi.mock('../probes/call.ts', () => ({ makeCall: vi.fn() }));
vi.mock('./secrets.ts', () => ({ secretOf: vi.fn() }));

const RELAY = 'turn:relay.example:3478';
const SERVER: OwnServer = {
  id: 'own-0000000a',
  name: 'Mine',
  addresses: [
    { kind: 'stun', url: 'stun:relay.example:3478' },
    { kind: 'turn', url: `${RELAY}?transport=udp` },
    { kind: 'turn', url: 'turn:second.example:3478?transport=udp' },
    { kind: 'turn', url: `${RELAY}?transport=tcp` },
    { kind: 'turn', url: 'turns:relay.example:443' },
    { kind: 'web', url: 'https://relay.example/' },
  ],
};

let isFree: boolean;
/** How the calls end, in turn; those that are left out work. */
let ends: CallEnd[];

beforeEach(() => {
  isFree = true;
  ends = [];
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _how: object, use: (lock: object | null) => unknown) => use(isFree ? {} : null) },
  });
  vi.mocked(secretOf).mockResolvedValue({ kind: 'password', username: 'me', password: 'secret' });
  vi.mocked(makeCall)
    .mockReset()
    .mockImplementation(async ({ transport }) => made({ transport, end: ends.shift() ?? 'works' }));
});
afterEach(() => vi.unstubAllGlobals());

const run = (transports: readonly CallTransport[], server = SERVER) =>
  runCalls({ server, transports, onProgress: () => {}, signal: new AbortController().signal } satisfies Call);
const endsOf = async (...wanted: Parameters<typeof run>) =>
  (await run(...wanted)).calls.map(({ transport, end, code }) => [transport, end, code].filter(Boolean).join(' '));

test('Each transport is called through its own addresses of the relay, one after the other', async () => {
  const { calls, conclusion, service } = await run(['udp', 'tcp', 'tls']);
  expect(calls.map(({ transport }) => transport)).toEqual(['udp', 'tcp', 'tls']);
  expect([conclusion, service]).toEqual(['works', SERVER.id]);
  expect(vi.mocked(makeCall).mock.calls.map(([{ urls }]) => urls)).toEqual([
    [`${RELAY}?transport=udp`, 'turn:second.example:3478?transport=udp'],
    [`${RELAY}?transport=tcp`],
    ['turns:relay.example:443'],
  ]);
  expect(vi.mocked(makeCall).mock.calls[0]?.[0].credentials).toEqual({ username: 'me', credential: 'secret' });
});

test('A shared secret makes a new password for every call', async () => {
  vi.mocked(secretOf).mockResolvedValue({ kind: 'rest', user: 'me', secret: 'shared' });
  await run(['udp']);
  const { username, credential } = vi.mocked(makeCall).mock.calls[0]?.[0].credentials ?? {};
  expect(username).toMatch(/^\d+:me$/);
  expect(credential).not.toContain('shared');
});

test('The others are called when one is silent, refused or cut', async () => {
  ends = ['silent', 'refused', 'cut'];
  expect(await endsOf(['udp', 'tcp', 'tls'])).toEqual(['udp silent', 'tcp refused', 'tls cut']);
});

test.for(['cancelled', 'interrupted'] as const)('None follows one that was %s', async (end) => {
  ends = ['works', end];
  expect(await endsOf(['udp', 'tcp', 'tls'])).toEqual(['udp works', `tcp ${end}`]);
});

test('What the relay has no address for is not tried', async () => {
  const server = { ...SERVER, addresses: SERVER.addresses.slice(0, 2) };
  expect(await endsOf(['udp', 'tls'], server)).toEqual(['udp works', 'tls untestable no-address']);
});

test('Without credentials nobody is called', async () => {
  vi.mocked(secretOf).mockResolvedValue(null);
  expect(await endsOf(['udp'])).toEqual(['udp untestable no-credentials']);
  expect(makeCall).not.toHaveBeenCalled();
});

test('While another test runs, nobody is called', async () => {
  isFree = false;
  expect(await run(['udp', 'tcp'])).toMatchObject({
    service: SERVER.id,
    conclusion: 'nothing',
    calls: [
      { transport: 'udp', end: 'untestable', code: 'busy' },
      { transport: 'tcp', end: 'untestable', code: 'busy' },
    ],
  });
  expect(makeCall).not.toHaveBeenCalled();
});
