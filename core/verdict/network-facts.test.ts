import { describe, expect, test } from 'vitest';
import type { Step } from '../evidence/sequential.ts';
import { networkFacts } from './network-facts.ts';
import { controlGroups } from './round.ts';
import { type Chapter, CONTROLS, observe, roundOf, type Seen } from './testing.ts';

const NO_WEBRTC: Seen = { outcome: 'inconclusive', code: 'no-webrtc' };
const LINE = { udp: 0.02, tcp: 0.02 };
const UDP = /^stun:|transport=udp$/;

function facts(chapter: Chapter, pOpen: { udp: number | null; tcp: number | null } = { udp: 0.02, tcp: 0.02 }) {
  const round = roundOf(chapter);
  let step: Step | null = null;
  const known = networkFacts(round, CONTROLS, controlGroups(round, CONTROLS), pOpen, (letter) => {
    step = letter;
    return 'unknown';
  });
  return { ...known, step: step as Step | null };
}

describe('what a round says of the network', () => {
  test('that is open', () => {
    expect(facts({})).toMatchObject({
      asked: true,
      online: true,
      nothingAnswers: false,
      portal: false,
      webRtcOff: false,
      controls: { udp: true, tcp: true },
      lossy: { udp: false, tcp: false },
      step: 'answered',
      roundTripMs: 40,
      steady: true,
    });
  });

  test('that carries no UDP for anyone: a step towards a firewall', () => {
    expect(facts({ seen: [[UDP, 'silent']] })).toMatchObject({ controls: { udp: false, tcp: true }, step: 'failed' });
  });

  test('where one service alone answers over UDP: UDP passes', () => {
    expect(
      facts({
        seen: [
          [/stun:star\.chat/, 'answered'],
          [UDP, 'silent'],
        ],
      }).step,
    ).toBe('answered');
  });

  test('where too few STUN controls were heard: nothing about UDP', () => {
    expect(
      facts({
        seen: [
          [/stun\.(north|east)/, 'not-needed'],
          [UDP, 'silent'],
        ],
      }).step,
    ).toBeNull();
  });

  test('where nothing answers at all: nothing about UDP either', () => {
    expect(facts({ seen: [[/./, 'silent']] })).toMatchObject({ nothingAnswers: true, step: null, portal: false });
  });

  test.for([
    { answer: 1, quorum: false },
    { answer: 2, quorum: true },
  ])('where $answer operators answer, targets may be judged: $quorum', ({ answer, quorum }) => {
    const silent = ['north', 'east', 'south', 'west'].slice(answer).join('|');
    const seen: Chapter['seen'] = [[new RegExp(`(stun|check)\\.(${silent})`), 'silent']];
    expect(facts({ seen }).controls).toEqual({ udp: quorum, tcp: quorum });
  });

  const FAR = ['far', 'wide'].map((name) => ({
    kind: 'relay' as const,
    url: `turn:relay.${name}.example:3478?transport=udp`,
    operator: name,
  }));
  test.for([
    {
      stun: /stun\./,
      relays: ['answered', 'answered'],
      quorum: true,
      why: 'bindings are hidden, and every relay answers',
    },
    {
      stun: /stun\./,
      relays: ['answered', 'silent'],
      quorum: false,
      why: 'a line that starves loses one and not the other',
    },
    {
      stun: /stun\.(east|south|west)/,
      relays: ['answered', 'answered'],
      quorum: false,
      why: 'bindings are not hidden',
    },
  ] as const)('relays among the controls stand in for STUN: $quorum where $why', ({ stun, relays, quorum }) => {
    const round = roundOf({ seen: [[stun, 'silent']] });
    const observations = new Map(round.observations);
    for (const [index, { url }] of FAR.entries()) observations.set(url, observe(url, relays[index] ?? 'silent'));
    const controls = [...CONTROLS, ...FAR];
    const known = networkFacts(
      { ...round, observations },
      controls,
      controlGroups(round, controls),
      LINE,
      () => 'open',
    );
    expect(known.controls.udp).toBe(quorum);
  });

  test('with a portal before it: only plain HTTP answers', () => {
    expect(
      facts({
        seen: [
          [/^http:/, 'answered'],
          [/./, 'silent'],
        ],
      }),
    ).toMatchObject({ portal: true, step: null });
  });

  test('is no portal as soon as anything secure answers', () => {
    expect(
      facts({
        seen: [
          [/^http:|talk\.example/, 'answered'],
          [/./, 'silent'],
        ],
      }).portal,
    ).toBe(false);
  });

  test('is online where something answers, whatever the system says', () => {
    expect(facts({ online: false }).online).toBe(true);
    expect(facts({ online: false, seen: [[/./, 'silent']] }).online).toBe(false);
  });

  test('is nothing where nothing was asked', () => {
    expect(facts({ seen: [[/./, 'not-needed']] }).asked).toBe(false);
  });

  test('is too bad to judge by where its loss is unknown', () => {
    expect(facts({}, { udp: null, tcp: 0.02 }).lossy).toEqual({ udp: true, tcp: false });
  });
});

describe('a browser without WebRTC', () => {
  test.for<{ what: string; seen: NonNullable<Chapter['seen']>; off: boolean }>([
    { what: 'could ask no STUN control', seen: [[UDP, NO_WEBRTC]], off: true },
    {
      what: 'found nothing to send from',
      seen: [[UDP, { outcome: 'inconclusive', code: 'no-candidates' }]],
      off: true,
    },
    {
      what: 'asked one in vain, so it can ask',
      seen: [
        [/stun\.north/, 'silent'],
        [UDP, NO_WEBRTC],
      ],
      off: false,
    },
    {
      what: 'heard one service over UDP',
      seen: [
        [/star\.chat/, 'answered'],
        [UDP, NO_WEBRTC],
      ],
      off: false,
    },
    { what: 'did not ask', seen: [[UDP, 'unasked']], off: false },
    { what: 'was only interrupted', seen: [[UDP, 'not-needed']], off: false },
  ])('$what: $off', ({ seen, off }) => {
    expect(facts({ seen }).webRtcOff).toBe(off);
  });
});

describe('a steady line', () => {
  const at = (durationMs: number): Seen => ({ outcome: 'answered', durationMs });
  test.for([
    { ms: [40, 60, 80, 100], steady: true },
    { ms: [40, 60, 230, 900], steady: true },
    { ms: [40, 60, 250, 900], steady: false },
    { ms: [40, 300, 350, 900], steady: false },
  ])('answers at $ms ms: $steady', ({ ms, steady }) => {
    const seen = ['north', 'east', 'south', 'west'].map(
      (name, i) => [new RegExp(`stun\\.${name}`), at(ms[i] ?? 0)] as const,
    );
    expect(facts({ seen })).toMatchObject({ steady, roundTripMs: 40 });
  });

  test('needs three answers', () => {
    expect(facts({ seen: [[/stun\.(north|east)/, 'silent']] }).steady).toBe(false);
  });
});
