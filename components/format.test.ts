import { expect, test } from 'vitest';
import { formats } from './format.ts';

const en = formats('en-GB');
const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-21T15:00:00');

test('a moment of today is its time, of this week its day and time, and before that its date and time', () => {
  expect(en.moment(at('2026-11-21T14:05:00'), now)).toBe('14:05');
  expect(en.moment(at('2026-11-17T14:05:00'), now)).toMatch(/^Tuesday,? (at )?14:05$/);
  expect(en.moment(at('2026-11-05T14:05:00'), now)).toMatch(/^5 Nov,? (at )?14:05$/);
});

test('a moment of yesterday is not mistaken for one of today', () => {
  expect(en.moment(at('2026-11-20T23:59:00'), at('2026-11-21T00:01:00'))).toContain('Friday');
});

test('an answer under a minute old has no number', () => {
  expect(en.ago(now - 59_000, now)).toBeNull();
  expect(en.ago(now + 5_000, now)).toBeNull();
});

test('older answers are told in the largest unit that fits', () => {
  expect(en.ago(now - 90_000, now)).toMatch(/^1 min/);
  expect(en.ago(now - 3 * 3_600_000, now)).toMatch(/^3 h/);
  expect(en.ago(now - 26 * 3_600_000, now)).toBe('yesterday');
});

test('lists, numbers and plurals follow the language', () => {
  expect(en.list(['Signal', 'Google Meet', 'Zoom'])).toBe('Signal, Google Meet and Zoom');
  expect(en.list(['Signal'])).toBe('Signal');
  expect(formats('de').number(12_345)).toBe('12.345');
  expect(formats('ar-EG').number(42)).toBe('٤٢');
  expect(en.milliseconds(41.6)).toBe('42 ms');
  expect(en.pluralCategory(1)).toBe('one');
  expect(formats('ar').pluralCategory(3)).toBe('few');
});
