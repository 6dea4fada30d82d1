import { describe, expect, test } from 'vitest';
import type { Step } from '../evidence/sequential.ts';
import { networkFacts } from './network-facts.ts';
import { controlGroups } from './round.ts';
import { type Chapter, CONTROLS, roundOf, type Seen } from './testing.ts';

function facts(...seen: NonNullable<Chapter['seen']>) {
  const round = roundOf({ seen });
  let step: Step | null = null;
  const groups = controlGroups(round, CONTROLS);
  const known = networkFacts(round, CONTROLS, groups, { udp: 0.02, tcp: 0.02 }, (letter) => {
    step = letter;
    return 'failing';
  });
  return { ...known, step: step as Step | null };
}
const took = (durationMs: number): Seen => ({ outcome: 'answered', depth: 'application', durationMs });
const NO_UDP = [/^stun:|transport=udp$/, 'silent'] as const;

describe('that nothing comes back over UDP is held against a firewall', () => {
  test.for<{ seen: NonNullable<Chapter['seen']>; counts: boolean; what: string }>([
    { seen: [], counts: true, what: 'all of the web answers' },
    { seen: [[/check\.(north|east)/, 'silent']], counts: true, what: 'the web of two operators answers' },
    { seen: [[/check\.(north|east|south)/, 'silent']], counts: false, what: 'the web of one operator answers' },
    { seen: [[/check/, took(2_500)]], counts: true, what: 'the web needs long, as far away' },
    { seen: [[/check/, took(4_000)]], counts: false, what: 'the web hardly gets through either' },
    {
      seen: [
        [/check/, took(4_000)],
        [/^http:|relay\..*tcp/, took(100)],
      ],
      counts: false,
      what: 'the secure web hardly gets through, and plain HTTP and relays over TCP do',
    },
    {
      seen: [
        [/check/, took(4_000)],
        [/https:.*(meet|chat)/, took(100)],
      ],
      counts: false,
      what: "the controls hardly get through, and a service's own web does",
    },
    { seen: [[/stun\.north/, 'not-needed']], counts: true, what: 'three STUN servers were heard' },
    { seen: [[/stun\.(north|east)/, 'not-needed']], counts: false, what: 'two were' },
  ])('where $what: $counts', ({ seen, counts }) => {
    const { step, udp } = facts(...seen, NO_UDP);
    expect([step, udp]).toEqual(counts ? ['failed', 'failing'] : [null, 'unknown']);
  });
});

describe('a portal', () => {
  test('is where plain HTTP alone answers', () => {
    expect(facts([/^http:/, 'answered'], [/./, 'silent']).portal).toBe(true);
  });

  test('is none where no more than the controls answer', () => {
    expect(facts([/chat|meet|quiet|talk/, 'silent']).portal).toBe(false);
  });
});

describe('WebRTC is off', () => {
  const OFF: Seen = { outcome: 'inconclusive', code: 'no-webrtc' };

  test('where no STUN server can be asked, whatever the web and the relays over TCP say', () => {
    expect(facts([/^stun:|transport=udp$/, OFF], [/relay/, 'silent']).webRtcOff).toBe(true);
  });

  test('is not what a failure without a code says', () => {
    expect(facts([/^stun:|transport=udp$/, { outcome: 'failed', depth: 'none' }]).webRtcOff).toBe(false);
  });
});

describe('the way to the controls', () => {
  const ways = (north: number, east: number, south: number, west: number) => {
    const { roundTripMs, steady } = facts(
      [/stun\.north/, took(north)],
      [/stun\.east/, took(east)],
      [/stun\.south/, took(south)],
      [/stun\.west/, took(west)],
    );
    return [roundTripMs, steady];
  };

  test('is as long as the fastest says, whoever that is', () => {
    for (const way of [ways(300, 40, 900, 60), ways(900, 60, 300, 40), ways(40, 60, 300, 900)]) expect(way[0]).toBe(40);
  });

  test('is steady where most of them come close to the fastest', () => {
    expect([ways(900, 40, 60, 50)[1], ways(50, 900, 60, 40)[1]]).toEqual([true, true]);
    expect([ways(900, 40, 700, 50)[1], ways(40, 50, 900, 700)[1]]).toEqual([false, false]);
  });

  test('is steady for three that come close together, and unknown for two', () => {
    expect(facts([/stun\.west/, 'silent']).steady).toBe(true);
    expect(facts([/stun\.(south|west)/, 'silent']).steady).toBe(false);
  });
});
