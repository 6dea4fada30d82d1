import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { knownFacts } from '../../core/facts/files.ts';
import { choose, show } from '../testing-page.ts';
import { Context } from './Context.tsx';
import type { ContextModel, Here } from './model.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));
vi.mock('./Opinion.tsx', () => ({ Opinion: () => null }));

const HERE: Here = { country: 'MA', operator: 'Maroc Telecom', asn: 36903, isTunnel: false, isWebApart: false };
const RECORD = knownFacts();

function open(here: Here | null, asked: string | null = here?.country ?? null, facts: ContextModel['facts'] = RECORD) {
  const country = signal(asked);
  const about = { here: signal(here), country };
  const model: ContextModel = {
    ...about,
    facts,
    opinion: { ...about, about: signal(null), stored: signal(null), isAsking: signal(false), ask: async () => {} },
    choose: (chosen) => {
      country.value = chosen;
    },
  };
  return show(<Context model={model} />);
}
const texts = (page: Element, selector: string) => [...page.querySelectorAll(selector)].map((one) => one.textContent);
const section = (page: Element) => page.querySelector('[data-section="facts"]')?.textContent ?? '';

describe('the record of a country', () => {
  test('is told from the oldest entry to the newest, with a heading for each year', async () => {
    const page = await open(HERE);
    expect(texts(page, '[data-section="facts"] h2')).toEqual(['On record: Morocco']);
    expect(texts(page, '[data-section="facts"] h3')).toEqual(['2004', '2014', '2015', '2016']);
    expect(page.querySelectorAll('li[data-fact]')).toHaveLength(RECORD.MA?.length ?? 0);
    expect(texts(page, 'li[data-fact] h4').at(-1)).toBe('Restored November 4, 2016');
    expect(page.textContent).not.toMatch(/no text |\$[123](?![\d.])|undefined/);
  });

  test('says of itself that it is no evidence, how old it is, and what its newest entry is', async () => {
    const said = section(await open(HERE));
    expect(said).toContain('This is not evidence about your network now.');
    expect(said).toContain('As of November 2026.');
    expect(said).toContain('Last entry: Restored, November 4, 2016');
  });

  test('says of each entry how long it lasted, about whom it is, and who says so', async () => {
    const page = await open(HERE);
    const cut = page.querySelector('[data-fact="cut"]');
    expect(cut?.querySelector('h4')?.textContent).toBe('Blocked December 2015 to November 3, 2016');
    expect(texts(cut as Element, '.named bdi')).toEqual(['Skype', 'WhatsApp', 'Viber']);
    expect(cut?.textContent).toContain('Maroc Telecom, Inwi, and Méditel');
    expect(cut?.textContent).toContain('mobile data (3G, 4G)');
    expect(cut?.textContent).toContain('On record: Press · looked up November 2026');
    expect(cut?.querySelector('p')?.getAttribute('lang')).toBe('en');
  });

  test('links to its sources over HTTPS only, apart, and says that they are other sites', async () => {
    const page = await open(HERE);
    const links = [...page.querySelectorAll('.sources a')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^https:/);
      expect(link.getAttribute('rel')).toContain('noopener noreferrer');
      expect(link.textContent).toContain('(another site)');
    }
    expect(section(page)).toContain('Such a site sees your address');
  });

  test('has a name for a service that the catalogue lacks, and a mark for one that it has', async () => {
    const page = await open(HERE, 'BZ');
    const named = [...page.querySelectorAll('[data-fact="order"] .named li')].slice(1);
    expect(named.map((one) => one.textContent)).toEqual(['SSkype', 'Vonage']);
  });
});

test.each(Object.keys(RECORD))('Every entry of %s can be shown', async (country) => {
  const page = await open(HERE, country);
  const entries = texts(page, 'li[data-fact]');
  expect(entries).toHaveLength(RECORD[country]?.length ?? 0);
  expect(entries.filter((entry) => !/On record: .*looked up/.test(entry ?? ''))).toEqual([]);
  expect(page.textContent).not.toMatch(/no text |\$[123](?![\d.])|undefined|Invalid Date/);
});

describe('which country it is', () => {
  test('is said, with its operator', async () => {
    expect((await open(HERE)).textContent).toContain(
      'Your last check was made from Morocco, on the network of \u2068Maroc Telecom (AS36903)\u2069.',
    );
    expect((await open({ ...HERE, operator: null })).textContent).toContain('Your last check was made from Morocco.');
  });

  test('may be the VPN’s', async () => {
    expect((await open({ ...HERE, isTunnel: true })).textContent).toContain('This is then the VPN’s country');
    expect((await open(HERE)).textContent).not.toContain('VPN');
  });

  test('can be another one, of those on record', async () => {
    const page = await open(HERE);
    expect(texts(page, 'option')).toContain('Morocco (your last check)');
    await choose(page.querySelector('select') as Element, 'Qatar');
    expect(section(page)).toContain('On record: Qatar');
  });

  test('is not known: it says so, and asks', async () => {
    const page = await open(null);
    expect(page.textContent).toContain('It is not known in which country your network is.');
    expect(texts(page, 'option')[0]).toBe('Choose a country');
    expect(section(page)).toContain('Choose a country to see what is on record there.');
  });
});

test('Nothing on record is no sign that calls are free, and it says so', async () => {
  const page = await open({ ...HERE, country: 'FR' });
  expect(section(page)).toContain('On record: France');
  expect(section(page)).toContain('Nothing is on record here. That is no sign that calls are free');
  expect(page.querySelectorAll('li[data-fact]')).toHaveLength(0);
});

test('A record that could not be read is not taken for an empty one', async () => {
  expect(section(await open(HERE, 'MA', null))).toContain('could not be read');
});
