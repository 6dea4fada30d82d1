import { describe, expect, it } from 'vitest';
import { NOTHING } from '../claim.ts';
import { TELEGRAM_CENTRES } from '../hosts.ts';
import { claimsOf } from './claims.ts';
import { Failure, type Operation } from './failure.ts';
import { judgeMessenger } from './messenger.ts';
import { judgeSignal } from './signal.ts';
import { judgeTelegram } from './telegram.ts';
import { judgeWhatsapp } from './whatsapp.ts';

const failed = (operation: Operation, code = 'ECONNRESET') => new Failure(operation, code);
const results = (targets: readonly string[], failure: Failure | null) =>
  targets.map((target) => [target, failure] as const);

describe('WhatsApp', () => {
  const endpoints = Array.from({ length: 16 }, (_, i) => [
    `tcp://e${i + 1}.whatsapp.net:443`,
    `tcp://e${i + 1}.whatsapp.net:5222`,
  ]).flat();
  const open = new Map([...results(endpoints, null)]);

  it('is open when all answers, and when a single endpoint does', () => {
    expect(judgeWhatsapp(open).anomaly).toBe(false);
    const almost = new Map([...results(endpoints, failed('connect')), ['tcp://e7.whatsapp.net:5222', null] as const]);
    expect(judgeWhatsapp(almost).anomaly).toBe(false);
  });
  it.each(['https://v.whatsapp.net/v2/register', 'https://web.whatsapp.com/'])('is blocked without %s', (target) => {
    expect(judgeWhatsapp(new Map([...open, [target, failed('tls_handshake')]])).anomaly).toBe(true);
  });
  it('is blocked without any endpoint', () => {
    expect(judgeWhatsapp(new Map(results(endpoints, failed('connect')))).anomaly).toBe(true);
  });
});

describe('Telegram', () => {
  const on80 = TELEGRAM_CENTRES.map((address) => `http://${address}/`);
  const on443 = TELEGRAM_CENTRES.map((address) => `http://${address}:443/`);

  it('is open when one data centre answers HTTP', () => {
    const one = [...results([...on80, ...on443], failed('connect')), [on80[3] ?? '', null] as const];
    expect(judgeTelegram(new Map(one)).anomaly).toBe(false);
  });
  it('is blocked when they connect and none answers', () => {
    expect(judgeTelegram(new Map(results([...on80, ...on443], failed('http_round_trip')))).anomaly).toBe(true);
  });
  it('is blocked without its web', () => {
    const web = [...results(on80, null), ['https://web.telegram.org/', failed('tls_handshake')] as const];
    expect(judgeTelegram(new Map(web)).anomaly).toBe(true);
  });
});

describe.each([
  ['Messenger', judgeMessenger],
  ['Signal', judgeSignal],
])('%s', (_, judge) => {
  it('is blocked by a single failure', () => {
    expect(judge(new Map([...results(['a', 'b'], null)])).anomaly).toBe(false);
    expect(judge(new Map([...results(['a'], null), ...results(['b'], failed('connect'))])).anomaly).toBe(true);
  });
});

describe('what is claimed', () => {
  it('is nothing of calls where a service works', () => {
    expect(claimsOf({ anomaly: false, failures: [] })).toEqual({ calls: NOTHING, messages: { says: 'open' } });
  });
  it('is a mechanism where all failures show the same', () => {
    const reset = { says: 'blocked', mechanism: 'tls.reset' };
    expect(claimsOf({ anomaly: true, failures: [failed('tls_handshake'), failed('tls_handshake')] })).toEqual({
      calls: reset,
      messages: reset,
    });
    const vague = { says: 'blocked' };
    expect(claimsOf({ anomaly: true, failures: [failed('tls_handshake'), failed('connect')] })).toEqual({
      calls: vague,
      messages: vague,
    });
  });
});
