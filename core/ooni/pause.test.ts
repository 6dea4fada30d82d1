import { describe, expect, test } from 'vitest';
import type { Opinion, StoredOpinion } from './opinion.ts';
import { heldUntil, mayAskFrom, opinionOn, opinionsIn, pauseUntil, withAnswer } from './pause.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 22, 12);
const PLACE = { country: 'MA', asn: 36903 };
const OPINION: Opinion = { ...PLACE, since: '2026-11-09', until: '2026-11-23', askedAt: NOW, tests: [] };
const STORED: StoredOpinion = { opinions: [OPINION], triedAt: NOW };

describe('asking again', () => {
  test('is for another day, or another place', () => {
    expect(mayAskFrom(STORED, PLACE, NOW + HOUR)).toBe(NOW + DAY);
    expect(mayAskFrom(STORED, PLACE, NOW + DAY)).toBeNull();
    expect(mayAskFrom(STORED, { country: 'MA', asn: 36925 }, NOW + HOUR)).toBeNull();
    expect(mayAskFrom(STORED, { country: 'MA', asn: null }, NOW + HOUR)).toBeNull();
    expect(mayAskFrom(null, PLACE, NOW)).toBeNull();
  });

  test('waits everywhere while the server wants to be left alone', () => {
    const held = withAnswer(STORED, { problem: 'quota', notBefore: NOW + HOUR }, NOW);
    expect(mayAskFrom(held, { country: 'FR', asn: null }, NOW + 1)).toBe(NOW + HOUR);
    expect(mayAskFrom(held, { country: 'FR', asn: null }, NOW + HOUR)).toBeNull();
  });

  test('is not put off for ever by a clock that was wrong', () => {
    const year = 365 * DAY;
    const early = withAnswer(
      { ...STORED, opinions: [{ ...OPINION, askedAt: NOW + year }] },
      { problem: 'quota', notBefore: NOW + year },
      NOW + year,
    );
    expect(mayAskFrom(early, PLACE, NOW)).toBeNull();
  });
});

test.for([
  [null, HOUR],
  [0, HOUR],
  [5 * HOUR, 5 * HOUR],
  [30 * DAY, DAY],
] as const)('A pause of %d ms becomes one of %d', ([asked, ms]) => {
  expect(pauseUntil(NOW, asked)).toBe(NOW + ms);
});

test('What failed leaves the last good answer where it is, and a good one leaves nothing of what failed', () => {
  const failed = withAnswer(STORED, { problem: 'slow' }, NOW + DAY);
  expect(failed).toEqual({ opinions: [OPINION], triedAt: NOW + DAY, problem: 'slow' });
  expect(withAnswer(failed, { opinion: OPINION }, NOW)).toEqual(STORED);
  expect(withAnswer(null, { problem: 'unreachable' }, NOW)).toEqual({
    opinions: [],
    triedAt: NOW,
    problem: 'unreachable',
  });
});

test('A good answer may come with the wish to be left alone', () => {
  expect(heldUntil(withAnswer(null, { opinion: OPINION, notBefore: NOW + HOUR }, NOW), NOW)).toBe(NOW + HOUR);
});

describe('Of several places', () => {
  const FRANCE: Opinion = { ...OPINION, country: 'FR', asn: null };

  test('each has its own answer, and its own day', () => {
    const both = withAnswer(STORED, { opinion: FRANCE }, NOW + HOUR);
    expect(both.opinions).toEqual([FRANCE, OPINION]);
    expect(mayAskFrom(both, PLACE, NOW + HOUR)).toBe(NOW + DAY);
    const newer = { ...OPINION, askedAt: NOW + DAY };
    expect(withAnswer(both, { opinion: newer }, NOW + DAY).opinions).toEqual([newer, FRANCE]);
  });

  test('the last eight are kept', () => {
    let known: StoredOpinion | null = null;
    for (let asn = 1; asn <= 20; asn++) known = withAnswer(known, { opinion: { ...OPINION, asn } }, NOW);
    expect(opinionsIn(known).map(({ asn }) => asn)).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
  });
});

test('The one opinion of an earlier version is kept among the others', () => {
  const one = { opinion: OPINION, triedAt: NOW } as unknown as StoredOpinion;
  expect(mayAskFrom(one, PLACE, NOW + HOUR)).toBe(NOW + DAY);
  expect(withAnswer(one, { problem: 'slow' }, NOW)).toEqual({ ...STORED, problem: 'slow' });
  expect(opinionsIn({ opinion: null, triedAt: NOW })).toEqual([]);
});

test('An opinion is of one place', () => {
  expect(opinionOn(STORED, PLACE)).toEqual(OPINION);
  expect(opinionOn(STORED, { country: 'FR', asn: 36903 })).toBeNull();
});
