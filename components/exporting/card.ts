import type { SignName } from '../signs.ts';

/**
 * A picture of one network that can be posted: what, where, since when and how it was measured. Here it is laid out; `draw.ts` paints it.
 * Type is large, for it will be seen as wide as a phone.
 */

export const CARD = { width: 1200, height: 630 } as const;

/** What it says, in words. */
export interface CardText {
  readonly sign: SignName;
  readonly headline: string;
  /** Empty where the person does not tell. */
  readonly where: string;
  readonly since: string;
  /** How long calls were blocked, and what that cost; empty where they were not. */
  readonly cost: string;
  /** What is said of some services, and which. */
  readonly rows: readonly {
    readonly sign: SignName;
    readonly words: string;
    readonly names: string;
    readonly count: number;
  }[];
  /** "and 3 more" */
  more(count: number): string;
  readonly method: string;
  /** Product and date. */
  readonly footer: string;
}

export type Colour = 'paper' | 'ink' | 'ink-soft' | 'line' | 'accent';
export interface Type {
  readonly size: number;
  readonly bold: boolean;
}
/** How wide a text is, px. */
export type Measure = (text: string, type: Type) => number;

/** Something on the card. `x` is the side where a line begins: left, or right where the language is written from the right. */
export type Item =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly colour: Colour;
      readonly type: Type;
    }
  | { readonly kind: 'sign'; readonly sign: SignName; readonly x: number; readonly y: number; readonly size: number }
  | { readonly kind: 'rule'; readonly y: number };

export const MARGIN = 60;
const SIGN = 104;
const HEADLINE = { size: 54, bold: true };
const PLACE = { size: 36, bold: false };
const NAMES = { size: 36, bold: true };
const SMALL = { size: 28, bold: false };

/** Items from top to bottom; every text fits into the card's width. */
export function layOut(card: CardText, direction: string, measure: Measure): Item[] {
  const items: Item[] = [];
  /** Of a place that lies `inset` px from where lines begin. */
  const x = (inset: number) => (direction === 'rtl' ? CARD.width - inset : inset);
  const write = (lines: readonly string[], inset: number, top: number, type: Type, colour: Colour): number => {
    const height = type.size * 1.25;
    for (const [index, text] of lines.entries()) {
      items.push({ kind: 'text', text, x: x(inset), y: top + index * height + type.size, colour, type });
    }
    return top + lines.length * height;
  };
  const room = CARD.width - 2 * MARGIN;

  // From the bottom: what stays below everything.
  const foot = CARD.height - MARGIN + 14;
  write(
    wrap(card.footer, room, 1, SMALL, measure),
    MARGIN,
    foot - SMALL.size * 1.25,
    { ...SMALL, bold: true },
    'accent',
  );
  const method = wrap(card.method, room, 2, SMALL, measure);
  const bottom = foot - (method.length + 1) * SMALL.size * 1.25 - 12;
  write(method, MARGIN, bottom, SMALL, 'ink-soft');
  items.push({ kind: 'rule', y: bottom - 14 });

  // From the top: the sign, and beside it what is said of the network.
  const beside = MARGIN + SIGN + 32;
  items.push({
    kind: 'sign',
    sign: card.sign,
    x: direction === 'rtl' ? x(MARGIN) - SIGN : MARGIN,
    y: MARGIN - 12,
    size: SIGN,
  });
  const besides = CARD.width - MARGIN - beside;
  let top = write(wrap(card.headline, besides, 2, HEADLINE, measure), beside, MARGIN - 20, HEADLINE, 'ink');
  const lines = [
    [card.where, 1, PLACE],
    [card.since, 1, PLACE],
    // With the formula of its estimate, which must not be cut off.
    [card.cost, 3, SMALL],
  ] as const;
  for (const [line, most, type] of lines) {
    if (line) top = write(wrap(line, besides, most, type, measure), beside, top, type, 'ink-soft');
  }

  // Between them as many services as there is room for.
  const height = NAMES.size * 1.4;
  const start = Math.max(top, MARGIN + SIGN) + 18;
  const fits = Math.floor((bottom - 14 - start) / height);
  let used = 0;
  for (const [index, { sign, names, words }] of card.rows.entries()) {
    const left = card.rows.slice(index);
    const y = start + used * height;
    const size = NAMES.size;
    const inset = MARGIN + size + 18;
    if (used + 1 === fits && left.length > 1) {
      write([card.more(left.reduce((sum, { count }) => sum + count, 0))], inset, y, PLACE, 'ink-soft');
      break;
    }
    items.push({ kind: 'sign', sign, x: direction === 'rtl' ? x(MARGIN) - size : MARGIN, y: y + 4, size });
    const [said = ''] = wrap(words, room / 2, 1, PLACE, measure);
    write([said], inset, y, PLACE, 'ink-soft');
    const after = inset + measure(said, PLACE) + 22;
    const lines = wrap(names, CARD.width - MARGIN - after, fits - used > left.length ? 2 : 1, NAMES, measure);
    write(lines, after, y, NAMES, 'ink');
    used += lines.length;
  }
  return items;
}

/** Lines of at most this width. What does not fit into the last ends in an ellipsis. */
export function wrap(text: string, width: number, most: number, type: Type, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let rest = text;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (line !== '' && measure(line + segment.trimEnd(), type) > width && lines.length + 1 < most) {
      lines.push(line.trimEnd());
      rest = rest.slice(line.length);
      line = '';
      if (segment.trim() === '') {
        rest = rest.slice(segment.length);
        continue;
      }
    }
    line += segment;
  }
  return [...lines, rest.trimEnd()].map((line) => shorten(line, width, type, measure));
}

function shorten(text: string, width: number, type: Type, measure: Measure): string {
  if (measure(text, type) <= width) return text;
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`, type) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
