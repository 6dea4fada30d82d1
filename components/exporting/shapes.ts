import type { Tone } from '../signs.ts';

/** One sign a tone, as paths of 24 × 24: a canvas can't draw the ones of `Sign.tsx`. */
export const SHAPES: Record<Tone, { readonly body: string; readonly glyph: string }> = {
  good: { body: 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z', glyph: 'M7 12.4l3.5 3.5l6.5-7.2' },
  bad: { body: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z', glyph: 'M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6' },
  caution: {
    body: 'M10.3 2.6a2 2 0 0 1 3.4 0l9 16.4a2 2 0 0 1-1.7 3H3a2 2 0 0 1-1.7-3z',
    glyph: 'M6.8 15.6c1.7-2.6 3.5-2.6 5.2 0s3.5 2.6 5.2 0',
  },
  neutral: {
    body: 'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z',
    glyph: 'M9.3 9.6a2.8 2.8 0 1 1 4.5 2.2c-1 .8-1.8 1.3-1.8 2.4M12 17.4h.01',
  },
};
