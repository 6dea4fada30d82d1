import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOME, history, home, MOBILE, mobile, NOTHING, round, spell } from './export/testing.ts';
import { anyHistory, anySpell } from './export/testing-any.ts';
import { merge, type Plan } from './merge.ts';
import type { History, SpellRecord } from './records.ts';

const HOUR = 3_600_000;

/** What a database does with a plan: one record a key. */
function apply(present: History, { put, drop }: Plan): History {
  const rows = <Row>(here: readonly Row[], there: readonly Row[], keyOf: (row: Row) => string): Row[] =>
    [...new Map([...here, ...there].map((row) => [keyOf(row), row]))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  const spellKey = ({ network, kind, subject, from }: SpellRecord) => `${network} ${kind} ${subject} ${from}`;
  const dropped = new Set(drop.map(spellKey));
  return {
    networks: rows(present.networks, put.networks, ({ key }) => key),
    rounds: rows(present.rounds, put.rounds, ({ network, at }) => `${network} ${at}`),
    raw: rows(present.raw, put.raw, ({ network, at }) => `${network} ${at}`),
    days: rows(present.days, put.days, ({ network, day }) => `${network} ${day}`),
    spells: rows(
      present.spells.filter((known) => !dropped.has(spellKey(known))),
      put.spells,
      spellKey,
    ),
    words: rows(present.words, put.words, ({ at, service }) => `${at} ${service}`),
    calls: rows(present.calls, put.calls, ({ at, service }) => `${at} ${service}`),
  };
}

const imported = (present: History, file: History): History => {
  const keys = {
    rounds: present.rounds.map(({ network, at }) => `${network},${at}`),
    raw: present.raw.map(({ network, at }) => `${network},${at}`),
    words: present.words.map(({ at, service }) => `${at},${service}`),
    calls: present.calls.map(({ at, service }) => `${at},${service}`),
  };
  return apply(present, merge({ ...present, has: (kind, key) => keys[kind].includes(String(key)) }, file));
};

const spellsOf = (here: readonly SpellRecord[], there: readonly SpellRecord[]) =>
  imported({ ...NOTHING, spells: here }, { ...NOTHING, spells: there }).spells.toSorted((a, b) => a.from - b.from);

describe('importing', () => {
  test('into nothing brings everything', () => {
    expect(imported(NOTHING, history)).toEqual(imported(history, NOTHING));
  });

  test('twice is as once', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (here, file) => {
        const once = imported(here, file);
        expect(imported(once, file)).toEqual(once);
      }),
    );
  });

  test('a history into itself changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (here, file) => {
        const sound = imported(imported(NOTHING, file), here);
        expect(imported(sound, sound)).toEqual(sound);
      }),
    );
  });

  test('keeps every round, observation, day and word that is here', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (here, file) => {
        const merged = imported(here, file);
        for (const kind of ['rounds', 'raw', 'words'] as const) {
          expect(merged[kind]).toEqual(expect.arrayContaining([...here[kind]]));
        }
        for (const { network, day, rounds } of here.days) {
          expect(merged.days.find((row) => row.network === network && row.day === day)?.rounds).toBeGreaterThanOrEqual(
            rounds,
          );
        }
      }),
    );
  });
});

describe('a network that both know', () => {
  const both = (here: Partial<typeof home>, there: Partial<typeof home>) =>
    imported({ ...NOTHING, networks: [{ ...home, ...here }] }, { ...NOTHING, networks: [{ ...home, ...there }] })
      .networks[0];

  test('keeps the name that it has here', () => {
    expect(both({ name: 'Home' }, { name: 'Their name' })?.name).toBe('Home');
    expect(both({ name: null }, { name: 'Home' })?.name).toBe('Home');
  });

  test('takes operator and country from the file only together, where none is known here', () => {
    expect(both({}, { asn: 1, operator: 'Other', country: 'DE' })).toMatchObject({ asn: 36903, country: 'MA' });
    expect(both({ asn: null, operator: null, country: null }, {})).toMatchObject({ asn: 36903, country: 'MA' });
    expect(both({ asn: null, operator: null }, { country: 'DE' })).toMatchObject({ asn: null, country: 'MA' });
  });

  test('was seen as early and as late as either saw it', () => {
    expect(both({ firstAt: 5, lastAt: 6 }, { firstAt: 1, lastAt: 4 })).toMatchObject({ firstAt: 1, lastAt: 6 });
  });
});

describe('records that both have', () => {
  test('stay as they were measured here', () => {
    const here = { ...NOTHING, networks: [home], rounds: [round({ state: 'clear' })] };
    expect(imported(here, { ...here, rounds: [round({ state: 'offline' })] }).rounds).toEqual([
      round({ state: 'clear' }),
    ]);
  });

  test('of a day: the one that counted more rounds', () => {
    const day = { network: HOME, day: 1, rounds: 4, state: {}, services: {} };
    const days = (here: number, there: number) =>
      imported({ ...NOTHING, days: [{ ...day, rounds: here }] }, { ...NOTHING, days: [{ ...day, rounds: there }] })
        .days;
    expect(days(4, 9)).toMatchObject([{ rounds: 9 }]);
    expect(days(9, 4)).toMatchObject([{ rounds: 9 }]);
  });
});

describe('spells', () => {
  const at = (from: number, to: number | null, seenAt = to ?? from) => spell({ from, to, seenAt });

  test('of different networks, kinds and subjects have nothing to do with each other', () => {
    const others = [
      at(12, null),
      spell({ network: MOBILE }),
      spell({ kind: 'messages' }),
      spell({ subject: 'signal' }),
    ];
    expect(spellsOf([at(10, 20)], others.slice(1))).toHaveLength(4);
  });

  test.each([
    ['overlap', [at(10, 20)], [at(15, 30)], [at(10, 30)]],
    ['lie in one another', [at(10, 30)], [at(15, 20)], [at(10, 30)]],
    ['touch at the moment of success', [at(10, 20)], [at(20, 30)], [at(10, 20), at(20, 30)]],
    ['lie apart', [at(10, 20)], [at(25, 30)], [at(10, 20), at(25, 30)]],
    ['begin at the same moment', [at(10, 20)], [at(10, 30)], [at(10, 30)]],
    ['are bridged by a third', [at(10, 20), at(25, 30)], [at(15, 27)], [at(10, 30)]],
  ])('that %s', (_, here, there, expected) => {
    expect(spellsOf(here, there)).toEqual(expected);
    expect(spellsOf(there, here)).toEqual(expected);
  });

  test('a file from before the end does not open it again', () => {
    expect(spellsOf([at(10, 20)], [at(10, null, 15)])).toEqual([at(10, 20)]);
    // Not even one that claims to have seen it blocked since.
    expect(spellsOf([at(10, 20)], [at(10, null, 25)])).toEqual([at(10, 20)]);
  });

  test('an end that the file saw later ends what is open here', () => {
    expect(spellsOf([at(10, null, 15)], [at(10, 20)])).toEqual([at(10, 20)]);
    expect(spellsOf([at(10, null, 15)], [at(18, 25)])).toEqual([at(10, 25)]);
  });

  test('an end from before it was last seen blocked here does not', () => {
    expect(spellsOf([at(10, null, 30)], [at(5, 20)])).toEqual([at(5, null, 30)]);
  });

  test('a new one of the file stays open after an old one here', () => {
    expect(spellsOf([at(10, 20)], [at(10, 20), at(30, null, 35)])).toEqual([at(10, 20), at(30, null, 35)]);
  });

  test('never overlap, and only the last is open', () => {
    fc.assert(
      fc.property(fc.array(anySpell(), { maxLength: 6 }), fc.array(anySpell(), { maxLength: 6 }), (first, second) => {
        const one = { network: HOME, kind: 'calls', subject: 'whatsapp' } as const;
        const same = (spells: SpellRecord[]) => spells.map((spell) => ({ ...spell, ...one }));
        const merged = spellsOf(spellsOf([], same(first)), same(second));
        for (const [index, next] of merged.slice(1).entries()) {
          expect(merged[index]?.to ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(next.from);
        }
        for (const { from, seenAt, to } of merged)
          expect([from, seenAt, to ?? seenAt].toSorted((a, b) => a - b)).toEqual([from, seenAt, to ?? seenAt]);
      }),
    );
  });

  test('two views of one truth make the whole of both, whichever is imported into which', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        cut(),
        cut(),
        (turns, first, second) => {
          const [a, b] = [view(turns, first), view(turns, second)];
          const merged = spellsOf(a, b);
          expect(spellsOf(b, a)).toEqual(merged);
          expect(merged).toEqual(view(turns, Math.max(first, second)));
        },
      ),
    );
  });

  const cut = () => fc.integer({ min: 1, max: 60 });

  /** Blocked from the first turn to the second, from the third to the fourth …, as known at a moment. */
  function view(turns: readonly number[], until: number): SpellRecord[] {
    const known = turns.toSorted((a, b) => a - b).filter((turn) => turn <= until);
    return Array.from({ length: Math.ceil(known.length / 2) }, (_, index) => {
      const [from = 0, to = null] = known.slice(index * 2, index * 2 + 2);
      return spell({ from: from * HOUR, to: to && to * HOUR, seenAt: (to === null ? until : to) * HOUR });
    });
  }
});

test('what is imported is what the file says of networks that are not known here', () => {
  expect(imported({ ...NOTHING, networks: [home] }, { ...history, networks: [mobile] }).networks).toEqual([
    mobile,
    home,
  ]);
});
