import { describe, expect, test, vi } from 'vitest';
import { show } from '../testing-page.ts';
import { ARTICLE_IDS, ARTICLES } from './articles.ts';
import { Help } from './Help.tsx';
import { placeOf } from './places.ts';
import { SOURCES } from './sources.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const open = (hash: string) => show(<Help place={placeOf(hash)} />);
const texts = (page: Element, selector: string) => [...page.querySelectorAll(selector)].map((one) => one.textContent);
const links = (page: Element, selector: string) =>
  [...page.querySelectorAll(selector)].map((one) => one.getAttribute('href'));

describe.each(ARTICLE_IDS)('%s', (id) => {
  test('says what it means, what it can’t tell, what to try and how to tell others', async () => {
    const page = await open(`#${id}`);
    expect(texts(page, 'article h2')).toEqual([
      'What it means',
      'What it can’t tell',
      'What to try',
      'How to tell others',
    ]);
    expect(page.textContent).not.toMatch(/no text |\$\d|undefined/);
  });

  test('is short: at most seven points a part, and most parts two to four', () => {
    const { means, cannot, tell, try: tries } = ARTICLES[id];
    for (const part of [means, cannot, tries]) expect(part.length).toBeLessThanOrEqual(4);
    expect(tell.length).toBeLessThanOrEqual(7);
  });
});

test('articles follow each other both ways, and the ends are ends', async () => {
  expect(links(await open('#clear'), '.neighbours a')).toEqual(['#likely-blocked']);
  expect(links(await open('#likely-blocked'), '.neighbours a')).toEqual(['#clear', '#suspected']);
  expect(links(await open('#browser-restricted'), '.neighbours a')).toEqual(['#offline']);
});

test('the list holds every article and the words, and marks where one is', async () => {
  const page = await open('#some-blocked');
  expect(links(page, 'nav a')).toEqual([...ARTICLE_IDS.map((id) => `#${id}`), '#words']);
  expect(links(page, 'nav [aria-current=page]')).toEqual(['#likely-blocked']);
});

test('an unknown address leads to the list, and says so', async () => {
  const page = await open('#<img src=x onerror=alert(1)>');
  expect(page.textContent).toContain('There is no page of that name.');
  expect(texts(page, 'nav a')).toHaveLength(ARTICLE_IDS.length + 1);
});

test('a mechanism is marked among the words', async () => {
  const page = await open('#tls.reset');
  expect(texts(page, '.is-here dt')).toEqual(['the connection is cut once its name is seen tls.reset']);
});

test('other sites are few, over HTTPS, marked as such, and open apart', async () => {
  const page = await open('#clear');
  const outward = [...page.querySelectorAll('a[href^="http"]')];
  expect(outward).toHaveLength(SOURCES.length);
  for (const link of outward) {
    expect(link.getAttribute('href')).toMatch(/^https:/);
    expect(link.getAttribute('rel')).toContain('noopener noreferrer');
    expect(link.textContent).toContain('(another site)');
  }
  expect(page.textContent).toContain('The site that you open sees your IP address');
});
