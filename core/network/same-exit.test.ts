import { describe, expect, test } from 'vitest';
import { isSameExit } from './same-exit.ts';

type Case = readonly [address: string, operator: string | null];
const compare = ([a, one]: Case, [b, other]: Case) =>
  isSameExit({ address: a, operator: one }, { address: b, operator: other });

describe('two ways out are', () => {
  test.for<[what: string, one: Case, other: Case, same: boolean | null]>([
    ['one, within a network that nobody is known to hold', ['192.0.2.7', null], ['192.0.2.200', null], true],
    ['one, by two networks of an operator', ['192.0.2.7', 'Inwi'], ['198.51.100.7', 'Inwi'], true],
    ['one, by both families of an operator', ['192.0.2.7', 'Inwi'], ['2001:db8::7', 'Inwi'], true],
    ['two, by two operators', ['192.0.2.7', 'Inwi'], ['198.51.100.7', 'Datacamp'], false],
    ['not told apart where an operator is unknown', ['192.0.2.7', 'Inwi'], ['198.51.100.7', null], null],
    ['not told apart by families of two operators', ['192.0.2.7', 'Inwi'], ['2001:db8::7', 'Hurricane'], null],
    ['not told apart by what is no address', ['192.0.2.7', 'Inwi'], ['stun.example', 'Inwi'], null],
  ])('%s', ([, one, other, same]) => {
    expect(compare(one, other)).toBe(same);
    expect(compare(other, one)).toBe(same);
  });
});
