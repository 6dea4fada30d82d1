import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLiteral } from './literal.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('JSON is read as what it says', () => {
  const list = fc.oneof(fc.array(fc.jsonValue(), { minLength: 1 }), fc.dictionary(fc.string(), fc.jsonValue()));
  fc.assert(
    fc.property(list, fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      // A list of numbers could be half an IPv6 address.
      fc.pre(/^(\{|\[\s*["{[\]])/.test(text));
      expect(plain(readLiteral(text))).toEqual([plain(value)]);
    }),
  );
});

test.each([
  [`{a: 'b', "c": \`d\`, $e: [1, -2.5e3, true, null,],}`, { a: 'b', c: 'd', $e: [1, -2500, true, null] }],
  [
    `{a: 'it\\'s', b: "x\\
y", c: '\\x41\\u0042\\u{43}\\n'}`,
    { a: "it's", b: 'xy', c: 'ABC\n' },
  ],
  ['/* first */ {a: 1, // one\n b: /* two */ 2}', { a: 1, b: 2 }],
  ['const a = {b: undefined};', {}],
])('%s is read', (text, value) => {
  expect(plain(readLiteral(text))).toEqual([value]);
});

test.each(['turn:a.example', '[2001:db8::1]', '', 'words'])('%j is no list', (text) => {
  expect(readLiteral(text)).toBe('plain');
});

test.each(['{a: b}', '{a: 1 + 1}', '{a: f()}', '{a}', '{a: 5.}', '{a: trueish}', "{a: 'b\nc'}", '{a: "b', '{"a" 1}'])(
  '%j cannot be read',
  (text) => {
    expect(readLiteral(text)).toBe('broken');
  },
);
