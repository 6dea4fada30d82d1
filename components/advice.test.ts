import { describe, expect, test } from 'vitest';
import { CALL_RULES, NETWORK_RULES } from '../core/verdict/rules.ts';
import { networkAdvice, serviceAdvice } from './advice.ts';

const CALLS = { kind: 'calls', ids: ['signal'] } as const;
const MESSAGES = { kind: 'messages', ids: ['whatsapp'] } as const;

describe('every verdict ends in something to do', () => {
  test.each(NETWORK_RULES.map(([rule, state]) => ({ rule, state })).filter(({ rule }) => rule !== 'network.no-round'))(
    '$rule',
    (verdict) => {
      expect(networkAdvice(verdict, true).length).toBeGreaterThan(0);
    },
  );
  test.each(CALL_RULES.map(([rule, state]) => ({ rule, state })).filter(({ rule }) => rule !== 'calls.no-round'))(
    '$rule',
    (verdict) => {
      expect(serviceAdvice(verdict, null, true).length).toBeGreaterThan(0);
    },
  );
});

test('before the first check the button says what to do', () => {
  expect(networkAdvice({ state: 'insufficient', rule: 'network.no-round' }, false)).toEqual([]);
});

test.each([
  ['sign-in-needed', 'network.sign-in', 'advice.sign_in'],
  ['offline', 'network.offline', 'advice.reconnect'],
  ['browser-restricted', 'network.browser-restricted', 'advice.webrtc_on'],
  ['insufficient', 'network.confirming', 'advice.wait_confirm'],
  ['udp-blocked', 'network.udp-blocked', 'advice.other_network'],
  ['clear', 'network.clear', 'advice.nothing'],
] as const)('%s (%s) begins with %s', (state, rule, first) => {
  expect(networkAdvice({ state, rule }, true)[0]).toBe(first);
});

test('a blocked service sends people to one that works, else to messages that get through', () => {
  const verdict = { state: 'likely-blocked', rule: 'calls.relay-silent' } as const;
  expect(serviceAdvice(verdict, CALLS, true)[0]).toBe('advice.try_working');
  expect(serviceAdvice(verdict, MESSAGES, true)[0]).toBe('advice.try_messages');
  expect(serviceAdvice(verdict, null, true)[0]).toBe('advice.other_network');
});

test('an outage is not cured by another network', () => {
  expect(serviceAdvice({ state: 'down', rule: 'calls.down' }, null, false)).toEqual(['advice.wait_outage']);
});

test('silence that is not counted is settled where calls work', () => {
  expect(serviceAdvice({ state: 'insufficient', rule: 'calls.unearned' }, CALLS, false)).toContain(
    'advice.check_elsewhere',
  );
});

test('waiting is advised only while confirming rounds are coming', () => {
  const network = { state: 'insufficient', rule: 'network.confirming' } as const;
  const service = { state: 'suspected', rule: 'calls.relay-silent-confirming' } as const;
  expect(networkAdvice(network, false)).toEqual(['advice.check_again']);
  expect(serviceAdvice(service, null, false)).toEqual(['advice.check_again']);
  expect(serviceAdvice(service, null, true)).toEqual(['advice.wait_confirm']);
});
