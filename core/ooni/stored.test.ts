import { describe, expect, test } from 'vitest';
import type { Opinion, StoredOpinion } from './opinion.ts';
import { readOpinions } from './stored.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const PLACE = { country: 'MA', asn: 36903 };
const OPINION: Opinion = {
  ...PLACE,
  since: '2026-11-09',
  until: '2026-11-23',
  askedAt: NOW,
  tests: [
    {
      test: 'signal',
      operator: { measured: 3, anomalies: 1 },
      country: { measured: 9, anomalies: 1 },
      world: { measured: 900, anomalies: 30 },
    },
  ],
};
const STORED: StoredOpinion = { opinions: [OPINION], triedAt: NOW };

describe('what was stored', () => {
  test('is read back', () => {
    expect(readOpinions(structuredClone(STORED))).toEqual(STORED);
  });

  test.for<[string, unknown]>([
    ['nothing', null],
    ['text', 'x'],
    ['a problem that nobody knows', { ...STORED, problem: 'constructor' }],
    ['a pause that is none', { ...STORED, notBefore: 'soon' }],
    ['no time', { opinions: [], triedAt: Number.NaN }],
  ])('is nothing where it is damaged: %s', ([, value]) => {
    expect(readOpinions(value)).toBeNull();
  });

  test('may be of a version that kept one opinion', () => {
    expect(readOpinions({ opinion: OPINION, triedAt: NOW })).toMatchObject(STORED);
    expect(readOpinions({ opinion: null, triedAt: NOW })).toMatchObject({ opinions: [] });
  });

  const [line] = OPINION.tests;
  test.for<[string, unknown]>([
    ['a number', 7],
    ['nothing', null],
    ['a day that is none', { ...OPINION, until: '2026-13-45' }],
    ['a day with more behind it', { ...OPINION, since: '2026-11-09&probe_cc=FR' }],
    ['a test that nobody knows', { ...OPINION, tests: [{ ...line, test: '__proto__' }] }],
    ['a count below nothing', { ...OPINION, tests: [{ ...line, country: { measured: -1, anomalies: 0 } }] }],
    ['more anomalies than measurements', { ...OPINION, tests: [{ ...line, world: { measured: 1, anomalies: 2 } }] }],
  ])('goes without a damaged opinion, and keeps the rest: %s', ([, opinion]) => {
    const read = { opinions: [OPINION], triedAt: NOW, problem: 'slow' };
    expect(readOpinions({ ...read, opinions: [opinion, OPINION] })).toEqual(read);
  });
});
