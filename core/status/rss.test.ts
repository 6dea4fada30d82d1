import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRss } from './rss.ts';
import { sample } from './testing-samples.ts';

const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;

test('The items of a feed are read with their texts', () => {
  expect(readRss(sample('meta.rss'))).toEqual([
    {
      title: '[High disruptions]: Cloud API',
      link: 'https://metastatus.com/whatsapp-business-api',
      description: '<p>We are aware of an issue that may be impacting <b>delivery</b>.</p>',
      pubDate: 'Wed, 04 Mar 2026 00:00:00 +0000',
      guid: '1',
    },
  ]);
});

describe('a feed', () => {
  test.for<[string, string, readonly object[]]>([
    ['without items', '<title>All is well</title>', []],
    ['with a mark for the order of bytes', '', []],
    ['with an item that says nothing', '<item/>', [{}]],
    [
      'with references',
      '<item><title>A &amp; B &#62; &quot;C&quot; &who;</title></item>',
      [{ title: 'A & B > "C" &who;' }],
    ],
    ['with a text in pieces', '<item><title>A<!-- x --><![CDATA[ <B>]]></title></item>', [{ title: 'A <B>' }]],
    ['with elements in elements', '<item><title>A<b>B</b></title></item>', [{ title: 'A' }]],
    ['with items elsewhere', '<image><item><title>A</title></item></image>', []],
  ])('%s', ([, inside, items]) => {
    expect(readRss(`\ufeff<?xml version="1.0"?>\n${rss(inside)}\n<!-- end -->`)).toEqual(items);
  });

  test.for([
    'text',
    '<rss/>',
    '<rss><channel/></rss>trailing',
    '<rss><channel></rss></channel>',
    '<rss><channel/><channel/></rss>',
    '<rss><channel/></rss><rss><channel/></rss>',
    '<html><channel/></html>',
    rss('<item'),
    rss('<item><title>A</item>'),
    rss('<![CDATA['),
    rss('<!-- '),
    rss('a < b'),
    rss('<a b=c/>'),
    rss('<1/>'),
  ])('that is not well-formed is none: %s', (text) => {
    expect(readRss(text)).toBeNull();
  });

  test('of any bytes never throws', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '</rss>',
      '<channel>',
      '</channel>',
      '<item>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<a b="',
      '&#999999;',
      '&amp;',
      'x',
      '<?',
      '>',
      '\ufeff',
    );
    fc.assert(fc.property(fc.array(pieces), fc.string(), (some, end) => void readRss(some.join('') + end)));
  });

  test.for<[string, string]>([
    ['open tags', '<a>'],
    ['beginnings of tags', '<a '],
    ['beginnings of texts', '<![CDATA['],
    ['attributes', ' a="b"'],
    ['spaces', ' '],
    ['items', '<item><title>A</title></item>'],
  ])('takes no time that grows with its square: a megabyte and a half of %s', ([, piece]) => {
    const text = `<rss><channel><a${piece.repeat(1_500_000 / piece.length)}`;
    const began = performance.now();
    readRss(text);
    readRss(`<rss><channel>${piece.repeat(1_500_000 / piece.length)}`);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
