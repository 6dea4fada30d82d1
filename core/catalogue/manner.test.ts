import { expect, test } from 'vitest';
import { serviceRecords } from './files.ts';
import { mannerOf } from './manner.ts';

test('every endpoint that refuses browsers says in which manner', () => {
  const endpoints = serviceRecords().flatMap(({ endpoints }) => endpoints);
  const unsaid = endpoints.filter(({ refusesBrowsers, expect = '' }) => refusesBrowsers && !mannerOf(expect));
  expect(unsaid.map(({ url }) => url)).toEqual([]);
});

test('what answers as a web site does has none', () => {
  for (const words of ['200', '101 or 4xx', 'any HTTP answer', 'a server-reflexive candidate; 701 is silence'])
    expect(mannerOf(words)).toBeUndefined();
});
