import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING } from './export/testing.ts';
import { anyHistory } from './export/testing-any.ts';
import type { Plan } from './merge.ts';
import { withinRoom } from './room.ts';
import { call, key, network, round, spell, word } from './testing.ts';

const plan = (put: Partial<Plan['put']>, drop: Plan['drop'] = []): Plan => ({ put: { ...NOTHING, ...put }, drop });
const NO_BOUNDS = { networks: 99, rounds: 99, raw: 99, spells: 99, words: 99, calls: 99 };
const on = (n: number) => ({ network: key(n) });

test('Where there is room for everything, everything is brought', () => {
  fc.assert(
    fc.property(anyHistory, (any) => {
      expect(withinRoom(plan(any), NOTHING, NO_BOUNDS)).toEqual({ plan: plan(any), left: 0 });
    }),
  );
});

test('Of more than there is room for the newest are brought', () => {
  const put = {
    rounds: [round(1), round(3), round(2)],
    raw: [1, 3, 2].map((at) => ({ ...on(1), at, observations: [] })),
    spells: [spell(1, 2), spell(5, 6), spell(3, 4)],
    words: [word(1), word(3), word(2)],
    calls: [call(1), call(3), call(2)],
  };
  const room = { networks: 0, rounds: 2, raw: 1, spells: 1, words: 2, calls: -5 };
  const { plan: fitted, left } = withinRoom(plan(put), NOTHING, room);
  expect(fitted.put).toMatchObject({
    rounds: [{ at: 3 }, { at: 2 }],
    raw: [{ at: 3 }],
    spells: [{ from: 5 }],
    words: [{ at: 3 }, { at: 2 }],
    calls: [],
  });
  expect(left).toBe(1 + 2 + 2 + 1 + 3);
});

test('A network without room stays out with everything about it', () => {
  const put = {
    networks: [network(1, { lastAt: 5 }), network(2, { lastAt: 9 })],
    rounds: [round(5), round(9, on(2))],
    days: [{ ...on(1), day: 0, rounds: 1, state: {}, services: {} }],
    spells: [spell(1, 5)],
    words: [word(5), word(6, { network: null })],
    calls: [call(5)],
  };
  const { plan: fitted, left } = withinRoom(plan(put), NOTHING, { ...NO_BOUNDS, networks: 1 });
  expect(fitted.put).toEqual({
    ...NOTHING,
    networks: [network(2, { lastAt: 9 })],
    rounds: [round(9, on(2))],
    words: [word(6, { network: null })],
  });
  expect(left).toBe(6);
});

test('What only changes a record that is here takes no room: nothing of one’s own is lost by it', () => {
  const here = { networks: [network(1)], spells: [spell(10, 20), spell(40, null)] };
  const change = plan({ networks: [network(1, { lastAt: 9 })], spells: [spell(5, 20), spell(40, 50)] }, [
    spell(10, 20),
  ]);
  const full = { ...NO_BOUNDS, networks: 0, spells: 0 };
  expect(withinRoom(change, here, full)).toEqual({ plan: change, left: 0 });
});
