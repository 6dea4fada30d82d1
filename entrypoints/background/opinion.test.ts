import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OpinionQuestion } from '../../core/ooni/opinion.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';

const asked: OpinionQuestion[] = [];
vi.mock('../../platform/filing.ts', () => ({
  askOpinion: async (question: OpinionQuestion) => {
    asked.push(question);
    return { problem: 'unreachable' };
  },
}));

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const PLACE = { country: 'MA', asn: 36903, operator: 'Maroc Telecom', hints: [], filedAt: NOW };

const PERMISSIONS = ['https://api.ooni.org/*', 'locationInfo'];

let browser: Extension;
beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers({ now: NOW });
  asked.length = 0;
  browser = extension();
  for (const one of PERMISSIONS) browser.held.add(one);
  await fakeBrowser.storage.local.set({
    settings: { opinionDaily: true },
    consent: { agreedAt: 1 },
    place: PLACE,
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const afterRound = async () => (await import('./opinion.ts')).askDaily();

test('Once it is turned on, OONI is asked about this operator and its country', async () => {
  await afterRound();
  expect(asked).toEqual([{ country: 'MA', asn: 36903, since: '2026-11-09', until: '2026-11-23' }]);
});

test('It is asked once a day, whatever came of it and wherever that was', async () => {
  await afterRound();
  const inFrance = async (filedAt: number) => {
    vi.setSystemTime(filedAt);
    await fakeBrowser.storage.local.set({ place: { ...PLACE, country: 'FR', asn: 3215, filedAt } });
    await afterRound();
  };
  await inFrance(NOW + 23 * HOUR);
  expect(asked).toHaveLength(1);
  await inFrance(NOW + 24 * HOUR);
  expect(asked.map(({ country }) => country)).toEqual(['MA', 'FR']);
});

describe('It is not asked', () => {
  test.for<[string, object]>([
    ['where it was not turned on', { settings: {} }],
    ['before the person has agreed to anything', { consent: null }],
    ['where the country is not known', { place: null }],
    ['through a VPN, whose operator it would be about', { place: { ...PLACE, hints: ['hosting-exit'] } }],
    [
      'through a proxy for web pages alone, which it would tell where this is',
      { place: { ...PLACE, hints: ['proxy-web-only'] } },
    ],
    ['long after the round: a VPN may have been switched on since', { place: { ...PLACE, filedAt: NOW - 61_000 } }],
  ])('%s', async ([, stored]) => {
    await fakeBrowser.storage.local.set(stored);
    await afterRound();
    expect(asked).toEqual([]);
  });

  test.for(PERMISSIONS)('without the permission: %s', async (one) => {
    browser.held.delete(one);
    await afterRound();
    expect(asked).toEqual([]);
  });

  test('on a metered line, unless checks are made there too', async () => {
    Object.assign(browser.connection, { saveData: true });
    await afterRound();
    expect(asked).toEqual([]);
    await fakeBrowser.storage.local.set({ settings: { opinionDaily: true, metered: true } });
    await afterRound();
    expect(asked).toHaveLength(1);
  });
});
