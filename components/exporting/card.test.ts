import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD, type CardText, type Item, layOut, MARGIN, type Measure, wrap } from './card.ts';

/** Every letter half as wide as high. */
const measure: Measure = (text, { size }) => [...text].length * size * 0.5;
const TYPE = { size: 20, bold: false };

const card: CardText = {
  sign: 'blocked',
  headline: 'Calls are likely blocked here',
  where: 'Maroc Telecom · Morocco · Wi-Fi',
  since: 'Likely blocked since 12 Nov 2026',
  cost: 'WhatsApp: calls likely blocked for 9.2 days',
  rows: [
    { sign: 'blocked', words: 'Calls likely blocked', names: 'WhatsApp and Viber', count: 2 },
    { sign: 'ok', words: 'No sign of blocking', names: 'Signal', count: 1 },
  ],
  more: (count) => `and ${count} more`,
  method: 'Measured in 9 rounds: control servers, then the services’ own servers and call relays.',
  footer: 'Ringback 0.1.0 · 2026-11-21 14:05 UTC',
};
const textsOf = (items: readonly Item[]) => items.flatMap((item) => (item.kind === 'text' ? [item] : []));
const written = (card: CardText) => textsOf(layOut(card, 'ltr', measure)).map(({ text }) => text);

describe('the card', () => {
  test('says what, where, since when and how it was measured', () => {
    const text = written(card).join(' ');
    for (const part of [
      card.headline,
      card.where,
      card.since,
      card.cost,
      'WhatsApp and Viber',
      'Signal',
      card.method,
      card.footer,
    ]) {
      expect(text).toContain(part);
    }
  });

  test('leaves no gap for what is not told', () => {
    const top = (card: CardText) =>
      textsOf(layOut(card, 'ltr', measure)).find(({ text }) => text === card.since)?.y ?? 0;
    expect(top({ ...card, where: '' })).toBeLessThan(top(card));
  });

  test('leaves the estimate its whole formula, beside the longest name of a server', () => {
    const cost = `${'Server '.repeat(8)}: Anrufe 9,2 Tage lang wahrscheinlich gesperrt · etwa 12.345,60 MAD (Schätzung: Tage × 120 Min. × 0,075 MAD)`;
    expect(written({ ...card, cost }).join(' ')).toContain('0,075 MAD)');
  });

  test('counts the services for which there is no room', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      sign: 'ok' as const,
      words: `State ${index}`,
      names: 'A and B',
      count: 2,
    }));
    const text = written({ ...card, rows });
    const shown = text.filter((line) => line.startsWith('State')).length;
    expect(text).toContain(`and ${(9 - shown) * 2} more`);
    expect(shown).toBeGreaterThanOrEqual(3);
  });

  test('gives many names a second line where nothing else needs it', () => {
    const names = 'WhatsApp, Messenger, Viber, Botim, Imo, Tango and Skype';
    const lines = written({ ...card, rows: [{ sign: 'blocked', words: 'Blocked', names, count: 7 }] });
    expect(lines.join(' ')).toContain(names);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '·', 'م', '電', '👩‍👩‍👧'), maxLength: 200 });
  const anyCard: fc.Arbitrary<CardText> = fc
    .record({
      headline: text,
      where: text,
      since: text,
      cost: text,
      method: text,
      footer: text,
      rows: fc.array(fc.record({ words: text, names: text, count: fc.nat() }), { maxLength: 12 }),
    })
    .map((any) => ({ ...card, ...any, rows: any.rows.map((row) => ({ ...row, sign: 'ok' as const })) }));

  test('keeps every text and sign within its edges, however long, in both directions', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom('ltr', 'rtl'), (any, direction) => {
        for (const item of layOut(any, direction, measure)) {
          if (item.kind === 'text') {
            const inset = direction === 'rtl' ? CARD.width - item.x : item.x;
            expect(inset).toBeGreaterThanOrEqual(MARGIN);
            expect(inset + measure(item.text, item.type)).toBeLessThanOrEqual(CARD.width - MARGIN);
            expect(item.y).toBeLessThan(CARD.height - MARGIN / 2);
          } else if (item.kind === 'sign') {
            expect(item.x).toBeGreaterThanOrEqual(MARGIN);
            expect(item.x + item.size).toBeLessThanOrEqual(CARD.width - MARGIN);
          }
        }
      }),
    );
  });

  test('writes no line over another', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const lines = [...new Set(textsOf(layOut(any, 'ltr', measure)).map(({ y, type }) => `${y} ${type.size}`))]
          .map((line) => line.split(' ').map(Number))
          .sort(([a = 0], [b = 0]) => a - b);
        for (const [index, [y = 0, size = 0]] of lines.entries()) {
          const [before = 0] = lines[index - 1] ?? [];
          if (y !== before) expect(y - before).toBeGreaterThanOrEqual(size * 0.9);
        }
      }),
    );
  });
});

describe('a line', () => {
  test('breaks between words', () => {
    expect(wrap('one two three', 80, 9, TYPE, measure)).toEqual(['one two', 'three']);
  });

  test('breaks where a language without spaces does', () => {
    expect(wrap('電話がかけられません', 60, 9, TYPE, measure).length).toBeGreaterThan(1);
  });

  test('ends in an ellipsis where there is no room for all', () => {
    expect(wrap('one two three four', 80, 2, TYPE, measure)).toEqual(['one two', 'three f…']);
    expect(wrap('unbreakableoperatorname', 80, 3, TYPE, measure)[0]).toMatch(/…$/);
  });

  test('loses no letter where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 20 }), (words) => {
        expect(wrap(words.join(' '), 100, 99, TYPE, measure).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
