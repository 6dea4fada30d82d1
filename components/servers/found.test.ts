import { expect, test, vi } from 'vitest';
import type { Observation } from '../../core/evidence/observation.ts';
import type { AddressKind } from '../../core/own/server.ts';
import { foundOf } from './found.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const seen = (own: Partial<Observation>): Observation => ({
  url: 'turn:relay.example:3478?transport=udp',
  probe: 'turn',
  transport: 'udp',
  outcome: 'answered',
  startedAt: 0,
  durationMs: 300,
  depth: 'application',
  ...own,
});

type Case = readonly [AddressKind, Partial<Observation>, words: RegExp, sign: string];

test.for<Case>([
  ['turn', { code: 'relay' }, /^let us in, in 300 ms$/, 'ok'],
  ['turn', { code: '401' }, /refuses the user name or password/, 'sign-in'],
  ['turn', { code: '441' }, /refuses the user name or password/, 'sign-in'],
  ['turn', { code: '486' }, /quota is used up/, 'poor'],
  ['turn', { code: '403' }, /does not let us in/, 'sign-in'],
  ['turn', { outcome: 'silent', code: 'timeout' }, /^no answer$/, 'unknown'],
  ['sip', { code: '200', roundTripMs: 40 }, /^SIP answered in 40 ms \(status 200\)$/, 'ok'],
  ['sip', { code: '401' }, /wants a login \(status 401\), so it is alive/, 'ok'],
  ['sip', { code: '503' }, /can’t serve now \(status 503\)/, 'poor'],
  ['sip', { outcome: 'failed', code: 'no-sub-protocol' }, /not with SIP over WebSocket/, 'some'],
  ['sip', { outcome: 'failed', code: 'not-sip' }, /not with SIP over WebSocket/, 'some'],
  ['sip', { outcome: 'failed', code: '1015', mechanism: 'tls.certificate' }, /certificate/, 'some'],
  ['web', { outcome: 'failed', mechanism: 'tcp.reset' }, /^no connection$/, 'some'],
  ['web', { outcome: 'failed', mechanism: 'unknown' }, /the browser does not say how/, 'some'],
  ['stun', { outcome: 'inconclusive', code: 'no-webrtc' }, /could not be asked/, 'untestable'],
])('What an address did is said in words: %s %j', ([kind, own, words, sign]) => {
  const found = foundOf({ kind, url: 'x' }, seen(own), true);
  expect(found.text).toMatch(words);
  expect(found.sign).toBe(sign);
});

test('Without credentials a relay that asks for them has answered', () => {
  expect(foundOf({ kind: 'turn', url: 'x' }, seen({ code: '401' }), false)).toEqual({
    sign: 'ok',
    text: 'answered in 300 ms',
  });
});
