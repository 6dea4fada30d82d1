import { describe, expect, test } from 'vitest';
import type { Observation } from '../evidence/observation.ts';
import { observe } from '../verdict/testing.ts';
import { type HintFacts, networkHints } from './hints.ts';

const stun = (n: number, exit: string, family: 4 | 6 = 4): Observation => ({
  ...observe(`stun:stun${n}.example:3478`, 'answered'),
  seenFrom: { family, fingerprint: exit },
});
const overTcp = (exit: string): Observation => ({
  ...observe('turn:relay.example:3478?transport=tcp', 'answered'),
  seenFrom: { family: 4, fingerprint: exit },
});
const web = (remote: 'public' | 'private' | 'tunnel'): Observation => ({
  ...observe('https://a.example/', 'answered'),
  remote,
});

const AT_HOME: HintFacts = {
  state: 'clear',
  observations: [stun(1, 'home'), stun(2, 'home'), stun(3, 'home6', 6), web('public')],
  hosting: false,
  country: 'MA',
  homeCountries: ['EH', 'MA'],
  isWebApart: false,
};
const hints = (facts: Partial<HintFacts>) => networkHints({ ...AT_HOME, ...facts });

test('An ordinary line gives no hint', () => {
  expect(hints({})).toEqual([]);
});

test('A firewall that stops UDP is no VPN', () => {
  expect(hints({ state: 'udp-blocked' })).toEqual([]);
});

describe('what looks like a VPN', () => {
  test('leaves from a hosting company', () => {
    expect(hints({ hosting: true })).toEqual(['hosting-exit']);
  });

  test('leaves from another country than the time zone’s', () => {
    expect(hints({ country: 'NL' })).toEqual(['abroad']);
  });

  test('leads names into a tunnel', () => {
    expect(hints({ observations: [web('public'), web('tunnel')] })).toEqual(['tunnel-names']);
  });

  test.each<[Partial<HintFacts>, string]>([
    [{ hosting: true }, 'hosting-exit'],
    [{ country: 'NL' }, 'abroad'],
    [{ observations: [web('tunnel')] }, 'tunnel-names'],
  ])('and carries no UDP: %j', (facts, rest) => {
    expect(hints({ ...facts, state: 'udp-blocked' })).toEqual(['carries-no-udp', rest]);
  });
});

describe('nothing is said of the country', () => {
  test.each<Partial<HintFacts>>([
    { country: null },
    { country: 'NL', homeCountries: null },
    { country: 'NL', homeCountries: [] },
  ])('when it is not known: %j', (facts) => {
    expect(hints(facts)).toEqual([]);
  });
});

describe('several ways out', () => {
  test('are seen when two servers see different networks of one family', () => {
    expect(hints({ observations: [stun(1, 'home'), stun(2, 'away')] })).toEqual(['several-exits']);
  });

  test('are not two families', () => {
    expect(hints({ observations: [stun(1, 'home'), stun(2, 'home6', 6)] })).toEqual([]);
  });

  test('are a proxy when TCP takes another way than UDP', () => {
    expect(hints({ observations: [stun(1, 'home'), overTcp('proxy')] })).toEqual(['proxy-web-only']);
    expect(hints({ observations: [stun(1, 'home'), overTcp('home')] })).toEqual([]);
  });

  test('can’t be told from TCP alone', () => {
    expect(hints({ observations: [overTcp('proxy'), overTcp('other')] })).toEqual([]);
  });

  test('are a proxy when the web leaves by another operator', () => {
    expect(hints({ isWebApart: true })).toEqual(['proxy-web-only']);
  });

  test('are no proxy for the web where lines share the load', () => {
    expect(hints({ isWebApart: true, observations: [stun(1, 'home'), stun(2, 'away')] })).toEqual(['several-exits']);
  });
});
