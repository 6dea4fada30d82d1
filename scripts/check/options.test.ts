import { describe, expect, test } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

const KNOWN = ['signal', 'whatsapp'];
const parse = (...args: string[]) => parseOptions(args, KNOWN);

describe('the arguments of check', () => {
  test('may all be left out', () => {
    expect(parse()).toEqual({
      json: false,
      browser: 'chromium',
      services: null,
      rounds: 3,
      spacing: 30,
      detail: false,
    });
  });

  test('name services once each', () => {
    expect(parse('--services', 'whatsapp, signal,whatsapp').services).toEqual(['whatsapp', 'signal']);
  });

  test('take fractions of a second, and none', () => {
    expect(parse('--spacing', '0.5').spacing).toBe(0.5);
    expect(parse('--spacing=0').spacing).toBe(0);
  });

  test.each([
    [['--services', 'whatsapp,nope'], 'nope, unknown here. Known: signal, whatsapp.'],
    [['--services', ','], '--services names none'],
    [['--browser', 'opera'], '--browser is "opera" and must be chromium or firefox.'],
    [['--rounds', '0'], '--rounds is "0" and must be a number from 1 to 100.'],
    [['--rounds', '1.5'], '--rounds is "1.5" and must be a whole number.'],
    [['--rounds', ''], '--rounds is "" and must be a number'],
    [['--spacing', 'soon'], '--spacing is "soon"'],
    [['--verbose'], "Unknown option '--verbose'"],
    [['whatsapp'], "Unexpected argument 'whatsapp'"],
  ])('%j are refused with a sentence', (args, sentence) => {
    expect(() => parse(...args)).toThrow(UsageError);
    expect(() => parse(...args)).toThrow(sentence);
  });
});
