import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OpinionAnswer } from '../core/ooni/opinion.ts';
import { questionOf } from '../core/ooni/question.ts';
import { extension } from '../probes/testing/extension.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const QUESTION = questionOf('MA', 36903, NOW);
const OPINION = { ...QUESTION, askedAt: NOW, tests: [] };
const GOOD: OpinionAnswer = { opinion: OPINION };
const KEPT = { opinions: [OPINION], triedAt: NOW };

let ask: ReturnType<typeof vi.fn<() => Promise<OpinionAnswer>>>;
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: NOW });
  extension();
  ask = vi.fn(async () => GOOD);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const renew = async (question = QUESTION) => (await import('./opinion.ts')).renewOpinion(question, ask);
const stored = async () => (await fakeBrowser.storage.local.get('opinion')).opinion;

test('What OONI says is kept', async () => {
  await renew();
  expect(await stored()).toEqual(KEPT);
});

test('The same place is asked about once a day, whoever wants to, and whatever was asked in between', async () => {
  await renew();
  const france = questionOf('FR', null, NOW);
  ask.mockResolvedValueOnce({ opinion: { ...france, askedAt: NOW, tests: [] } });
  await renew(france);
  await renew();
  await renew(france);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.setSystemTime(NOW + 24 * HOUR);
  await renew();
  expect(ask).toHaveBeenCalledTimes(3);
});

test('A stored answer that its reader can no longer use keeps nobody from asking', async () => {
  await renew();
  await (await import('./opinion.ts')).renewOpinion(QUESTION, ask, () => null);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('What failed leaves the last answer in its place', async () => {
  await renew();
  vi.setSystemTime(NOW + 24 * HOUR);
  ask.mockResolvedValueOnce({ problem: 'no-permission' });
  await renew();
  expect(await stored()).toEqual({ ...KEPT, triedAt: NOW + 24 * HOUR, problem: 'no-permission' });
});

test('What was deleted while it was asked stays deleted', async () => {
  ask.mockImplementationOnce(async () => {
    await fakeBrowser.storage.local.clear();
    return GOOD;
  });
  await renew();
  expect(await stored()).toBeUndefined();
});

test('Who asks about another place meanwhile loses nothing', async () => {
  const france = { ...questionOf('FR', null, NOW), askedAt: NOW, tests: [] };
  ask.mockImplementationOnce(async () => {
    ask.mockResolvedValueOnce({ opinion: france });
    await renew(france);
    return GOOD;
  });
  await renew();
  expect(await stored()).toEqual({ opinions: [OPINION, france], triedAt: NOW });
});

test('It is left alone as long as it wants, about any place', async () => {
  ask.mockResolvedValueOnce({ problem: 'quota', notBefore: NOW + HOUR });
  await renew();
  vi.setSystemTime(NOW + HOUR - 1);
  await renew();
  expect(ask).toHaveBeenCalledOnce();
  vi.setSystemTime(NOW + HOUR);
  await renew();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(await stored()).toEqual({ ...KEPT, triedAt: NOW + HOUR });
});

test('A clock that was a year ahead holds nothing back', async () => {
  vi.setSystemTime(NOW + 365 * 24 * HOUR);
  ask.mockResolvedValueOnce({ problem: 'quota', notBefore: Date.now() + HOUR });
  await renew();
  vi.setSystemTime(NOW);
  await renew();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('A worker that is killed while it asks has tried all the same', async () => {
  ask.mockReturnValueOnce(new Promise(() => {}));
  void renew();
  await vi.advanceTimersByTimeAsync(10);
  expect(await stored()).toEqual({ opinions: [], triedAt: NOW });
});

test('Damaged records are no hindrance', async () => {
  for (const opinion of [{ opinion: 7, notBefore: 'soon' }, { opinions: [null, 'x', { asn: {} }], triedAt: {} }, 'x']) {
    await fakeBrowser.storage.local.set({ opinion });
    await renew();
    expect(await stored()).toMatchObject({ triedAt: NOW, opinions: expect.arrayContaining([OPINION]) });
  }
});
