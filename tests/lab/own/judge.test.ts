import { describe, expect, test } from 'vitest';
import type { TestCall, TransportCall } from '../../../core/call/call.ts';
import { callDifferences } from './judge.ts';

const call = (more: Partial<TransportCall> = {}): TransportCall => ({
  ...{ transport: 'udp', end: 'works', reached: { relay: 1, ice: 2, dtls: 3 }, durationMs: 12_000, seconds: [] },
  ...{ roundTripMs: 40, jitterMs: 2, loss: 0.01, stalls: 0, mos: 4.2, ...more },
});
const ended = (...calls: TransportCall[]) => {
  const kept: TestCall = { at: 0, service: 'own-00000000', conclusion: 'works', calls };
  return { conclusion: 'works', kept };
};

describe('a test call is as expected', () => {
  test('when it ended so, at that stage, and within these bounds', () => {
    const expected = { end: 'works', reached: 'dtls', loss: [0, 0.02], mos: [4, 4.5] } as const;
    expect(callDifferences(ended(call()), 'udp', { conclusion: 'works', calls: { udp: expected } })).toEqual([]);
  });

  test('only when what the page says is what the history keeps', () => {
    const expected = { conclusion: 'works' } as const;
    expect(callDifferences({ ...ended(call()), conclusion: 'cut' }, 'udp', expected)).toHaveLength(1);
    expect(callDifferences({ conclusion: 'works', kept: null }, 'udp', expected)).toContain(
      'the history keeps no such call',
    );
  });

  test('only when every transport was tried', () => {
    expect(callDifferences(ended(call()), 'each', { conclusion: 'works' })).toEqual(['tried: udp, not udp,tcp,tls']);
  });

  test.each([
    ['end', call({ end: 'cut' }), 'end: cut, not works'],
    ['loss', call({ loss: 0.3 }), 'loss: 0.3, not 0 to 0.1'],
    ['a number that is missing', call({ loss: null }), 'loss: null, not 0 to 0.1'],
  ])('%s', (_, made, line) => {
    const wanted = { conclusion: 'works', calls: { udp: { end: 'works', loss: [0, 0.1] } } } as const;
    expect(callDifferences(ended(made), 'udp', wanted)).toEqual([`udp: ${line}`]);
  });
});
