import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, ending, endpoint, of, service, tell, times } from './testing.ts';

/** What a round leaves in the memory of its network, and what leaves nothing there. */

const OPEN: Chapter = {};
const home = (...told: Parameters<typeof ending>) => ending(...told).memory.networks.home;

describe('a sequential test takes no step', () => {
  test('at the silence of endpoints that have no vote', () => {
    const unearned: Chapter = { seen: [[/(relay|star|web|edge)\.chat/, 'silent']] };
    expect(Object.keys(home(times(3, unearned), { services: [CHAT] })?.walks ?? {})).toEqual(['network/udp']);
  });

  test('at questions that were not put', () => {
    const left: Chapter = { seen: [[/\.chat/, 'not-needed']] };
    expect(home([OPEN, left])?.walks['chat/media']?.recent).toEqual(['answered']);
  });
});

test('an answer counts on a line that loses too much, too', () => {
  const losing = (half: RegExp): Chapter => ({ seen: [[half, 'silent']] });
  const [one, other] = [losing(/(stun|check)\.(north|east)/), losing(/(stun|check)\.(south|west)/)];
  expect(home([OPEN, one, other, one, other, one])?.walks['chat/media']?.recent).toEqual(
    times(6, OPEN).map(() => 'answered'),
  );
});

describe('the loss of a line', () => {
  test('over UDP is not held against TCP, nor the other way round', () => {
    const lost = (pattern: RegExp) => home([OPEN, { seen: [[pattern, 'silent']] }])?.loss;
    expect(lost(/stun\.north/)).toMatchObject({ udp: { failed: 0.5 }, tcp: { failed: 0 } });
    expect(lost(/check\.north/)).toMatchObject({ udp: { failed: 0 }, tcp: { failed: 0.5 } });
  });

  test('counts who was asked, each operator once', () => {
    const left: Chapter = { seen: [[/(stun|check)\.north/, 'not-needed']] };
    expect(home([left])?.loss).toEqual({ udp: { asked: 3, failed: 0 }, tcp: { asked: 3, failed: 0 } });
  });
});

describe('a control that is silent', () => {
  const silences = (alive: number) => {
    const names = ['north', 'east', 'south', 'west'].slice(alive);
    const silent: Chapter = { seen: [[new RegExp(`^stun:stun\\.(${names.join('|')})`), 'silent']] };
    return home([OPEN, silent, silent])?.silentControls['stun:stun.west.example:3478'];
  };

  test('is so by itself where two operators of its kind answer', () => expect(silences(2)).toBe(2));
  test('may be silent with the line where one answers', () => expect(silences(1)).toBe(0));
});

describe('a relay that is slow now and then', () => {
  const states = (course: string) =>
    tell([...course].map((letter) => ({ seen: letter === 's' ? [[/(relay|star)\.chat/, 'late']] : [] }) as const)).map(
      (assessment) => of(assessment, CHAT).calls.state,
    );

  test('makes calls poor when most of the latest rounds say so', () => {
    expect(states('.sss.')).toEqual(['clear', 'clear', 'impaired', 'impaired', 'clear']);
  });

  test('is no longer held back by what is past', () => {
    expect(states('sss..s').at(-1)).toBe('clear');
  });
});

test('a binding beside a silent relay carries no call', () => {
  const both = service('both', [
    endpoint('signalling', 'https://both.example/', 'verified'),
    endpoint('media', 'stun:media.both.example:3478', 'verified'),
    endpoint('media', 'turn:media.both.example:3478?transport=udp', 'verified'),
  ]);
  const story = [OPEN, ...times(3, { seen: [[/^turn:media\.both/, 'silent']] } satisfies Chapter)];
  expect(of(ending(story, { services: [both] }), both).calls.state).toBe('likely-blocked');
});
