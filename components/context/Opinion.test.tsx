import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OPINION_PROBLEMS, type StoredOpinion, type Opinion as Told } from '../../core/ooni/opinion.ts';
import { questionOf } from '../../core/ooni/question.ts';
import { after, show } from '../testing-page.ts';
import type { OpinionModel } from './model.ts';
import { Opinion } from './Opinion.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 24 * 3_600_000;
beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => vi.restoreAllMocks());

const HERE = { country: 'MA', operator: 'Maroc Telecom', asn: 36903, isTunnel: false, isWebApart: false };
const count = (anomalies: number, measured: number) => ({ measured, anomalies });
const TOLD: Told = {
  ...questionOf('MA', 36903, NOW),
  askedAt: NOW - 3 * 3_600_000,
  tests: [
    { test: 'whatsapp', operator: count(37, 40), country: count(60, 120), world: count(360, 10_120) },
    { test: 'telegram', operator: count(0, 0), country: count(1, 1), world: count(21, 10_001) },
    { test: 'facebook_messenger', operator: count(7, 40), country: count(9, 60), world: count(1509, 10_060) },
    { test: 'signal', operator: count(2, 3), country: count(2, 30), world: count(302, 10_030) },
  ],
};
const NOBODY = TOLD.tests.map((one) => ({ ...one, operator: count(0, 0), country: count(0, 0) }));

const asked = vi.fn(async () => {});
const model = (stored: StoredOpinion | null, own: Partial<OpinionModel> = {}): OpinionModel => ({
  here: signal(HERE),
  country: signal('MA'),
  about: signal({ country: 'MA', asn: 36903 }),
  stored: signal(stored),
  isAsking: signal(false),
  ask: asked,
  ...own,
});
const answered = (opinion: Told = TOLD): StoredOpinion => ({ opinions: [opinion], triedAt: opinion.askedAt });
const view = async (stored: StoredOpinion | null, own: Partial<OpinionModel> = {}) => {
  asked.mockClear();
  const page = await show(<Opinion model={model(stored, own)} />);
  const button = page.querySelector('[data-do="ask-opinion"]') as HTMLButtonElement;
  return { page, button, state: page.querySelector('section')?.dataset.opinion };
};
const press = (button: HTMLButtonElement) => after(() => button.click());

describe('before anything was asked', () => {
  test('the page says what OONI is, that it is of messages, and what asking tells', async () => {
    const { page, state, button } = await view(null);
    expect(state).toBe('none');
    for (const words of [
      'non-profit',
      'of messages, not of calls',
      'nothing in Ringback’s own verdict',
      'your IP address',
    ])
      expect(page.textContent).toContain(words);
    expect(page.textContent).toMatch(/About .*Maroc Telecom \(AS36903\).*, Morocco/);
    expect(asked).not.toHaveBeenCalled();
    await press(button);
    expect(asked).toHaveBeenCalledOnce();
  });

  test('nothing can be asked where no country is known', async () => {
    const { page, button } = await view(null, { here: signal(null), country: signal(null), about: signal(null) });
    expect(button.disabled).toBe(true);
    expect(page.textContent).toContain('Choose a country');
  });

  test('on a VPN a country is asked about, and the page says why', async () => {
    const about = signal({ country: 'FR', asn: null });
    const { page } = await view(null, { here: signal({ ...HERE, isTunnel: true }), about });
    expect(page.textContent).toContain('On a VPN only a country is asked about');
    expect(page.querySelector('h3')?.textContent).toBe('About France');
  });
});

test('While it asks, it says so, and takes no second question', async () => {
  const { page, state, button } = await view(null, { isAsking: signal(true) });
  expect(state).toBe('asking');
  expect(page.querySelector('[role="status"]')?.textContent).toContain('Asking OONI');
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

describe('an answer', () => {
  test('is announced when it has come, and not when the page opens', async () => {
    const stored = signal<StoredOpinion | null>(null);
    const ask = async () => {
      stored.value = answered();
    };
    const { page, button } = await view(null, { stored, ask });
    const said = () => page.querySelector('[role="status"]')?.textContent;
    expect(said()).toBe('');
    await press(button);
    expect(said()).toBe('Asked 3 hr. ago.');
    expect((await view(answered())).page.querySelector('[role="status"]')?.textContent).toBe('');
  });

  test('is words and counts: the operator first, its country, and what is usual elsewhere', async () => {
    const { page, state } = await view(answered());
    expect(state).toBe('answered');
    const rows = [...page.querySelectorAll<HTMLElement>('[data-test]')];
    expect(rows.map(({ dataset: { test, word } }) => [test, word])).toEqual([
      ['whatsapp', 'more-often'],
      ['telegram', 'none'],
      ['facebook_messenger', 'as-elsewhere'],
      ['signal', 'too-few'],
    ]);
    const lines = [...(rows[0]?.querySelectorAll('dl > div') ?? [])].map((line) =>
      [...line.children].map((part) => part.textContent),
    );
    expect(lines).toEqual([
      ['Your operator', 'More often than elsewhere anomalies in 37 of 40 measurements'],
      ['Morocco', 'More often than elsewhere anomalies in 60 of 120 measurements'],
      ['Elsewhere', 'anomalies in about 3 of 100'],
    ]);
    expect(rows[1]?.textContent).toContain('Nobody has measured');
    expect(rows[1]?.textContent).toContain('anomaly in 1 of 1 measurement');
    expect(rows[1]?.textContent).toContain('in fewer than 1 of 100');
    expect(page.textContent).toContain('14 days up to November 22, 2026');
    expect(page.textContent).toContain('Asked 3 hr. ago.');
  });

  test('leads to the measurements themselves, in a tab of its own', async () => {
    const { page } = await view(answered());
    const link = page.querySelector<HTMLAnchorElement>('[data-test="signal"] a');
    expect(link?.getAttribute('href')).toMatch(
      /^https:\/\/explorer\.ooni\.org\/chart\/mat\?test_name=signal&probe_cc=MA/,
    );
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer external');
  });

  test('is not asked for again on the same day', async () => {
    const { page, button } = await view(answered());
    await press(button);
    expect(asked).not.toHaveBeenCalled();
    expect(page.querySelector('[role="status"]')?.textContent).toContain('at most once a day');
  });

  test('is not said to be fresh of another place, which may be asked about', async () => {
    const about = signal<{ country: string; asn: number | null }>({ country: 'MA', asn: 36903 });
    const { page, button } = await view(answered(), { about });
    await press(button);
    await after(() => {
      about.value = { country: 'FR', asn: null };
    });
    expect(page.querySelector('[role="status"]')?.textContent).toBe('');
  });

  test('that is old says so, and can be renewed', async () => {
    const { page, button } = await view(answered({ ...TOLD, askedAt: NOW - 9 * DAY }));
    expect(page.textContent).toContain('It may be different by now.');
    await press(button);
    expect(asked).toHaveBeenCalledOnce();
  });

  test('says that nobody has measured', async () => {
    const { page } = await view(answered({ ...TOLD, tests: NOBODY }));
    expect(page.textContent).toContain('Nobody has run these tests here');
    expect(page.querySelector('[data-test]')).toBeNull();
  });

  test('about another place is not shown', async () => {
    const { page, state } = await view(answered(), { about: signal({ country: 'FR', asn: null }) });
    expect(state).toBe('none');
    expect(page.querySelector('[data-test]')).toBeNull();
  });
});

describe('where there is no answer', () => {
  test.for(OPINION_PROBLEMS)('the reason is said, and that one can try again: %s', async (problem) => {
    const { page, state } = await view({ opinions: [], triedAt: NOW, problem });
    expect(state).toBe('failed');
    const said = page.querySelector('[role="status"]')?.textContent;
    expect(said).toMatch(/^(The browser|OONI).+\. You can ask again at any time\.$/);
  });

  test('it is not laid to a place that has a fresh one: another was asked about', async () => {
    const failed: StoredOpinion = { ...answered(), triedAt: NOW, problem: 'slow' };
    const { page, state } = await view(failed);
    expect(state).toBe('answered');
    expect(page.querySelector('[role="status"]')?.textContent).toBe('');
    expect((await view(failed, { about: signal({ country: 'FR', asn: null }) })).state).toBe('failed');
  });

  test('a last good one stays, and the pause that OONI wants is kept', async () => {
    const notBefore = NOW + 2 * 3_600_000;
    const { page, button } = await view({
      ...answered({ ...TOLD, askedAt: NOW - 2 * DAY }),
      problem: 'quota',
      notBefore,
    });
    expect(page.querySelector('[data-test="whatsapp"]')).not.toBeNull();
    expect(page.querySelector('[role="status"]')?.textContent).toMatch(
      /does not take more questions.+You can ask again from/,
    );
    await press(button);
    expect(asked).not.toHaveBeenCalled();
  });
});
