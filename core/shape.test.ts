import { describe, expect, test } from 'vitest';
import * as is from './shape.ts';

const isPoint = is.object<{ x: number; name?: string }>({ x: is.number, name: is.optional(is.text) });

describe('what comes from outside', () => {
  test.for<[what: string, fits: is.Fits<unknown>, value: unknown, does: boolean]>([
    ['an object', isPoint, { x: 1 }, true],
    ['one with more than is known', isPoint, { x: 1, y: 2 }, true],
    ['one with a field of another kind', isPoint, { x: '1' }, false],
    ['one that lacks a field', isPoint, { name: 'a' }, false],
    ['one whose optional field is of another kind', isPoint, { x: 1, name: null }, false],
    ['an array for an object', is.record(is.anything), [], false],
    ['nothing for an object', isPoint, null, false],
    ['a record', is.record(is.count), { a: 0, b: 7 }, true],
    ['a record with one wrong value', is.record(is.count), { a: 0, b: -1 }, false],
    ['a list', is.list(is.text), ['a'], true],
    ['an object for a list', is.list(is.text), { length: 0 }, false],
    ['a number that is none', is.number, Number.NaN, false],
    ['a number without end', is.weight, Number.POSITIVE_INFINITY, false],
    ['half a count', is.count, 1.5, false],
    ['another word', is.oneOf('a', 'b'), 'toString', false],
    ['one of two', is.either(is.text, is.oneOf(null)), null, true],
    ['neither', is.either(is.text, is.oneOf(null)), 0, false],
    ['a yes', is.yesOrNo, 'true', false],
  ])('%s', ([, fits, value, does]) => {
    expect(fits(value)).toBe(does);
  });
});
