import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../core/verdict/rules.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';
import { ARTICLE_IDS, type ArticleId } from './articles.ts';
import { placeOf } from './places.ts';

const articleOf = (word: string): ArticleId | null => {
  const place = placeOf(`#${word}`);
  return place.kind === 'article' ? place.id : null;
};

test('every verdict of the vocabulary leads to an article, and every article is led to', () => {
  const led = [...CALL_STATES, ...MESSAGE_STATES, ...NETWORK_STATES].map(articleOf);
  expect(led).not.toContain(null);
  expect(new Set(led)).toEqual(new Set(ARTICLE_IDS));
});

test('an article is reached by its own name', () => {
  expect(ARTICLE_IDS.map(articleOf)).toEqual(ARTICLE_IDS);
});

test('every rule leads to an article', () => {
  expect(RULE_IDS.filter((rule) => articleOf(rule) === null)).toEqual([]);
});

test.each([
  ['calls.relay-silent', 'likely-blocked'],
  ['network.some-blocked', 'likely-blocked'],
  ['network.confirming', 'suspected'],
  ['calls.signalling-untestable', 'untestable'],
  ['calls.sign-in', 'sign-in-needed'],
  ['messages.silent', 'unreachable'],
  ['calls.unearned', 'insufficient'],
] as const)('%s is explained by "%s"', (rule, article) => {
  expect(articleOf(rule)).toBe(article);
});

test('every mechanism leads to the words', () => {
  expect(MECHANISMS.map((one) => placeOf(`#${one}`))).toEqual(
    MECHANISMS.map((mechanism) => ({ kind: 'words', mechanism })),
  );
});

describe('the list of all answers', () => {
  test.each(['', '#', '#answers'])('stands at “%s”', (hash) => {
    expect(placeOf(hash)).toEqual({ kind: 'index', isLost: false });
  });

  test.each(['#nonsense', '#CLEAR', '#__proto__', '#constructor', '#%E0%A4%A', '#<b>'])(
    'also at “%s”, and says that there is no such page',
    (hash) => {
      expect(placeOf(hash)).toEqual({ kind: 'index', isLost: true });
    },
  );
});
