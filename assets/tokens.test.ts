import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const TONES = ['good', 'bad', 'caution', 'neutral'];
const SCHEMES = ['light', 'dark'] as const;

type Colour = readonly [red: number, green: number, blue: number];

const parse = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;

/** A token's colour in one scheme. */
function token(name: string, scheme: (typeof SCHEMES)[number]): Colour {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  const hex = scheme === 'light' ? light : dark;
  if (!hex) throw new Error(`no colour --${name}`);
  return parse(hex);
}

/** WCAG 2.2: the contrast ratio of two colours, 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [brighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const wash = Number(/--wash: (\d+)%/.exec(css)?.[1]) / 100;
/** The ground of a card: a tone's wash on what it stands on. Mixed in sRGB, within a hair of the page's own oklab. */
const washed = (tone: Colour, ground: Colour): Colour =>
  ground.map((part, i) => part * (1 - wash) + (tone[i] ?? 0) * wash) as unknown as Colour;

describe.each(SCHEMES)('in the %s theme', (scheme) => {
  const colour = (name: string) => token(name, scheme);
  const grounds = [
    ['paper', colour('paper')],
    ['raised', colour('raised')],
    ...TONES.map((tone) => [`${tone} card`, washed(colour(tone), colour('raised'))]),
  ] as [string, Colour][];

  test.each(grounds)('text can be read on the ground of "%s": 4.5 or more (WCAG 2.2, 1.4.3)', (_, ground) => {
    for (const name of ['ink', 'ink-soft', 'accent', ...TONES]) {
      expect(contrast(colour(name), ground), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['accent', ...TONES])('what is drawn on "%s" can be read as well', (name) => {
    expect(contrast(colour(name), colour(`on-${name}`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('signs and the focus stand out from the ground of "%s": 3 or more (1.4.11)', (_, ground) => {
    for (const name of ['focus', 'ink-soft', ...TONES]) {
      expect(contrast(colour(name), ground), name).toBeGreaterThanOrEqual(3);
    }
  });
});
