import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, ending, endpoint, GONE, MEET, of, QUIET, service, TALK, times } from './testing.ts';

/** How many rounds a verdict tells of: those of what decided it. */

const OPEN: Chapter = {};
const NO_UDP: Chapter = { seen: [[/^stun:|transport=udp$/, 'silent']] };
const RELAYS: NonNullable<Chapter['seen']> = [[/(relay|star)\.chat/, 'silent']];
const SIGNALLING: NonNullable<Chapter['seen']> = [[/^https:\/\/(meet|api\.meet)/, 'reset']];

describe('of the network', () => {
  test.for([
    { order: [CHAT, MEET], what: 'first' },
    { order: [MEET, CHAT], what: 'last' },
  ])('are those of the service that fails longest, though it comes $what', ({ order }) => {
    const story = [OPEN, { seen: RELAYS }, ...times(3, { seen: [...RELAYS, ...SIGNALLING] })];
    expect(ending(story, { services: order }).network).toMatchObject({ rounds: 4, failing: 4 });
  });

  /** Of each service, a letter a round: it fails, or answers. */
  const leaking = (chat: string, meet: string): Chapter[] =>
    [...chat].map((letter, i) => ({
      seen: [...(letter === 'f' ? RELAYS : []), ...(meet[i] === 'f' ? SIGNALLING : [])],
    }));

  test.for([
    { chat: '.ffafaff', meet: '..ffffff', rounds: 6, failing: 6, why: 'more failures weigh more than more rounds' },
    { chat: '.ffaff', meet: '..ffff', rounds: 5, failing: 4, why: 'of as many failures, more rounds' },
    { chat: '..ffff', meet: '.ffaff', rounds: 5, failing: 4, why: 'of as many failures, more rounds' },
  ])('are $failing of $rounds after $chat and $meet: $why', ({ chat, meet, rounds, failing }) => {
    for (const services of [
      [CHAT, MEET],
      [MEET, CHAT],
    ])
      expect(ending(leaking(chat, meet), { services }).network).toMatchObject({ rounds, failing });
  });

  test.for([
    { order: [CHAT, TALK], what: 'first' },
    { order: [TALK, CHAT], what: 'last' },
  ])('are the longest run of answers where all is well, though it comes $what', ({ order }) => {
    const later: Chapter = { seen: [[/talk\.example/, 'unasked']] };
    const last = ending([...times(3, later), OPEN], { services: order });
    expect(last.network).toMatchObject({ state: 'clear', rounds: 4, failing: 0 });
  });

  test('are those of UDP where that is shut, whatever has a way over TLS', () => {
    for (const [count, services] of [
      [1, [CHAT]],
      [3, [CHAT]],
      [3, [CHAT, MEET]],
    ] as const)
      expect(ending(times(count, NO_UDP), { services }).network).toMatchObject({ rounds: count, failing: count });
  });

  test('is this one where no service is chosen', () => {
    expect(ending(times(3, OPEN), { services: [] }).network).toMatchObject({ rounds: 1, failing: 0 });
  });
});

describe('of a service', () => {
  test('are those of its signalling while that is suspected, with its mechanism', () => {
    const last = ending([...times(3, OPEN), { seen: SIGNALLING }]);
    const { calls } = of(last, MEET);
    expect(calls).toMatchObject({ state: 'suspected', rounds: 1, failing: 1, mechanism: 'tls.reset' });
  });

  test('are those of its relays while these are suspected, with their mechanism', () => {
    const { calls } = of(ending([...times(3, OPEN), { seen: RELAYS }]), CHAT);
    expect(calls).toMatchObject({ state: 'suspected', rounds: 1, failing: 1, mechanism: 'udp.timeout' });
  });

  test('hold nothing against it that UDP as a whole is to blame for', () => {
    expect(of(ending(times(3, NO_UDP)), CHAT).calls).toMatchObject({ state: 'insufficient', failing: 0 });
  });

  test('are this one where nothing is tested over time, and none where nothing was asked', () => {
    expect(of(ending(times(3, OPEN)), GONE).calls).toMatchObject({ rounds: 1, failing: 0 });
    expect(of(ending([{ seen: [[/./, 'unasked']] }]), GONE).calls).toMatchObject({ rounds: 0, failing: 0 });
  });
});

describe('the network is clear beside a service', () => {
  test.for([
    { what: 'whose relay answers and whose servers refuse browsers', shy: QUIET },
    { what: 'whose servers refuse browsers, and that has no relay', shy: service('shy', QUIET.endpoints.slice(0, 1)) },
    { what: 'of which only its messages can be tested', shy: TALK },
  ])('$what', ({ shy }) => {
    expect(ending([OPEN], { services: [CHAT, shy] }).network.state).toBe('clear');
  });

  test('but not beside one of which more could be known', () => {
    const silent = service('mute', [endpoint('signalling', 'https://mute.example/')]);
    const story: Chapter[] = [{ seen: [[/mute/, 'silent']] }];
    expect(ending(story, { services: [CHAT, silent] }).network.state).toBe('insufficient');
  });
});
