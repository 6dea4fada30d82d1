import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../evidence/observation.ts';
import { CONTROLS, observe } from '../verdict/testing.ts';
import { networkKey } from './key.ts';

const STUN = CONTROLS.filter(({ kind }) => kind === 'stun').map(({ url }) => url);

/** What the n-th STUN control saw, as `4:home` or `6:home`; nothing when it did not answer. */
const saw = (...views: readonly (string | null)[]): Observation[] =>
  views.map((view, i) => {
    const url = STUN[i] ?? '';
    if (view === null) return observe(url, 'silent');
    const [family, fingerprint = ''] = view.split(':');
    return { ...observe(url, 'answered'), seenFrom: { family: family === '6' ? 6 : 4, fingerprint } };
  });

describe('the name of a network', () => {
  test.for<{ views: (string | null)[]; key: string | null; why: string }>([
    { views: ['4:home', '4:home', '4:home', '4:home'], key: 'home', why: 'all saw the same' },
    { views: ['4:away', '4:home', '4:home', null], key: 'home', why: 'most saw it' },
    { views: ['4:b', '4:a', '4:b', '4:a'], key: 'a', why: 'a tie goes to the smaller name' },
    { views: ['6:six', '6:six', '6:six', '4:four'], key: 'four', why: 'IPv4 comes first' },
    { views: ['6:six', '6:six', null, null], key: 'six', why: 'there is no IPv4' },
    { views: [null, null, null, null], key: null, why: 'nobody told' },
    { views: [], key: null, why: 'nobody was asked' },
  ])('after $views is $key: $why', ({ views, key }) => {
    expect(networkKey(saw(...views), CONTROLS)).toBe(key);
  });

  test('comes from controls only: what a service says of us does not count', () => {
    const foreign = {
      ...observe('stun:star.chat.example:3478', 'answered'),
      seenFrom: { family: 4, fingerprint: 'x' },
    };
    expect(networkKey([foreign as Observation], CONTROLS)).toBeNull();
  });

  test('comes from STUN only: over TCP a relay may see another way out', () => {
    const relay = observe('turn:relay.north.example:3478?transport=tcp', 'answered');
    expect(networkKey([{ ...relay, seenFrom: { family: 4, fingerprint: 'proxy' } }], CONTROLS)).toBeNull();
  });

  test('does not depend on who answered first', () => {
    const view = fc.constantFrom('4:a', '4:b', '6:c', '6:d', null);
    const heard = fc.array(view, { minLength: 4, maxLength: 4 }).map((views) => saw(...views));
    const shuffled = heard.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(networkKey(other, CONTROLS)).toBe(networkKey(list, CONTROLS));
      }),
    );
  });
});
