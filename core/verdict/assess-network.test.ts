import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, ending, HOUR, MEET, MINUTE, of, type Seen, TALK, tell, times } from './testing.ts';

const OPEN: Chapter = {};
const UDP = /^stun:|transport=udp$/;
const RELAYS_SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };
const NO_UDP: Chapter = {
  seen: [
    [UDP, 'silent'],
    [/relay\.(north|east)/, 'answered'],
  ],
};

const ACCUSATIONS = ['likely-blocked', 'suspected', 'unreachable'];
const states = (chapters: readonly Chapter[]) => tell(chapters).map(({ network }) => network.state);
const everyState = (chapters: readonly Chapter[]) =>
  tell(chapters).flatMap(({ services }) => services.flatMap(({ calls, messages }) => [calls.state, messages.state]));

describe('a firewall that lets no UDP pass', () => {
  test('is known after two rounds, within 90 s', () => {
    expect(states(times(3, NO_UDP))).toEqual(['insufficient', 'udp-blocked', 'udp-blocked']);
    expect(ending(times(3, NO_UDP)).network).toMatchObject({
      mechanism: 'udp.timeout',
      rounds: 3,
      failing: 3,
      key: null,
    });
  });

  test('is no doing of a service: none is accused, though all their relays have answered before', () => {
    const seen = everyState([OPEN, ...times(6, NO_UDP)]);
    expect(seen.filter((state) => ACCUSATIONS.includes(state))).toEqual([]);
  });

  test('leaves poor calls to a service that has a relay over TLS, and tells nothing of the others', () => {
    const story = tell(times(2, NO_UDP));
    expect(story.map((one) => of(one, MEET).calls.rule)).toEqual(['calls.tcp-only-confirming', 'calls.tcp-only']);
    const last = ending(times(3, NO_UDP));
    expect(of(last, MEET).calls).toMatchObject({ state: 'impaired', rounds: 3, failing: 3, mechanism: 'udp.timeout' });
    expect(of(last, CHAT).calls).toMatchObject({ state: 'insufficient', rule: 'calls.controls-silent' });
    expect(of(last, CHAT).messages.state).toBe('reachable');
  });

  test('is none as soon as one service answers over UDP', () => {
    const one: Chapter = { seen: [[/star\.chat/, 'answered'], ...(NO_UDP.seen ?? [])] };
    for (const assessment of tell(times(4, one))) {
      expect(assessment.network).toMatchObject({ state: 'insufficient', rule: 'network.controls-silent' });
    }
  });
});

describe('relays that answer over TCP or TLS only', () => {
  const udpOfOne: Chapter = { seen: [[/(stun|turn)\.meet.*(19302|udp)$/, 'silent']] };

  test('mean poor calls, once that is sure', () => {
    const story = tell([OPEN, ...times(3, udpOfOne)]);
    expect(story.map((one) => of(one, MEET).calls.state)).toEqual(['clear', 'insufficient', 'impaired', 'impaired']);
    expect(story.at(-1)?.network.state).toBe('impaired');
    expect(of(ending([OPEN, ...times(3, udpOfOne)]), MEET).calls).toMatchObject({
      rule: 'calls.tcp-only',
      mechanism: 'udp.timeout',
      rounds: 3,
      failing: 3,
    });
  });
});

describe('relays that answer late while the controls do not', () => {
  const late: Chapter = { seen: [[/(relay|star)\.chat/, 'late']] };

  test('mean poor calls when two of three rounds say so', () => {
    const story = tell([OPEN, late, OPEN, late, late]);
    expect(story.map((one) => of(one, CHAT).calls.state)).toEqual(['clear', 'clear', 'clear', 'impaired', 'impaired']);
  });

  test('mean nothing as soon as they are in time again', () => {
    expect(of(ending([OPEN, late, late, late, OPEN]), CHAT).calls.state).toBe('clear');
  });

  test('mean poor calls also where one of three is in time: an app may choose another', () => {
    const half: Chapter = {
      seen: [
        [/relay\.chat/, 'silent'],
        [/star\.chat/, 'late'],
      ],
    };
    expect(of(ending([OPEN, half, half]), CHAT).calls.state).toBe('impaired');
  });

  test('mean nothing where a silent one has not answered for a while: it may have been taken down', () => {
    const gone: Chapter = { seen: [[/relay\.chat/, 'silent']] };
    const story = [OPEN, { ...gone, after: 30 * MINUTE }, ...times(3, gone)];
    expect(tell(story).map((one) => of(one, CHAT).calls.rule)).not.toContain('calls.relay-lossy');
  });

  test('mean nothing where the controls come at very different times: the line loses, not the relay', () => {
    const uneven = [200, 400, 800].map((durationMs, i): readonly [RegExp, Seen] => [
      new RegExp(`stun\\.${['east', 'south', 'west'][i]}`),
      { outcome: 'answered', durationMs },
    ]);
    const story = times(5, { seen: [...uneven, ...(late.seen ?? [])] });
    expect(of(ending(story), CHAT).calls.state).toBe('clear');
  });

  test('mean nothing where the controls are late as well', () => {
    const all: Chapter = { seen: [[UDP, 'late']] };
    expect(of(ending(times(5, all)), CHAT).calls.state).toBe('clear');
  });
});

describe('local causes come first', () => {
  test.for<{ what: string; chapter: Chapter; state: string }>([
    { what: 'nothing answers', chapter: { seen: [[/./, 'silent']] }, state: 'offline' },
    { what: 'the system is offline', chapter: { online: false, seen: [[/./, 'refused']] }, state: 'offline' },
    {
      what: 'only plain HTTP answers',
      chapter: {
        seen: [
          [/^http:/, 'answered'],
          [/./, 'silent'],
        ],
      },
      state: 'sign-in-needed',
    },
    {
      what: 'WebRTC is off',
      chapter: { seen: [[/^(stun|turns?):/, { outcome: 'inconclusive', code: 'no-webrtc' }]] },
      state: 'browser-restricted',
    },
    { what: 'nothing could be asked', chapter: { seen: [[/./, 'not-needed']] }, state: 'insufficient' },
  ])(
    '$what: the network is $state at once, and no service is accused, after an open round and without',
    ({ chapter, state }) => {
      for (const before of [[], [OPEN]]) {
        const story = [...before, ...times(5, chapter)];
        expect(states(story).slice(before.length)).toEqual(times(5, chapter).map(() => state));
        expect(everyState(story).filter((one) => ACCUSATIONS.includes(one))).toEqual([]);
      }
    },
  );

  test('a network is online where something answers, whatever the system says', () => {
    expect(ending([{ online: false }]).network.state).toBe('clear');
  });

  test('without WebRTC messages are still known', () => {
    const off: Chapter = { seen: [[/^(stun|turns?):/, { outcome: 'inconclusive', code: 'no-webrtc' }]] };
    const last = ending([off]);
    expect([of(last, CHAT).messages.state, of(last, TALK).calls.state]).toEqual(['reachable', 'untestable']);
    expect(of(last, CHAT).calls.rule).toBe('calls.browser-restricted');
  });
});

describe('evidence of one network', () => {
  test('says nothing of another: a block at home is none in the café', () => {
    const story = tell([OPEN, ...times(2, RELAYS_SILENT), { ...RELAYS_SILENT, network: 'cafe' }]);
    expect(story.map((one) => of(one, CHAT).calls.state)).toEqual([
      'clear',
      'suspected',
      'likely-blocked',
      'suspected',
    ]);
  });

  test('waits there for the return', () => {
    const story = tell([
      OPEN,
      ...times(2, RELAYS_SILENT),
      { network: 'cafe', after: MINUTE },
      { ...RELAYS_SILENT, after: MINUTE },
    ]);
    expect(of(story.at(-1) ?? ending([]), CHAT).calls).toMatchObject({ state: 'likely-blocked', rounds: 3 });
  });

  test('of one without a name lasts from one check to the next, and not a day', () => {
    const story = tell([NO_UDP, NO_UDP, { ...NO_UDP, after: 2 * HOUR }, { ...NO_UDP, after: 6 * HOUR }]);
    expect(story.map(({ network }) => network.state)).toEqual([
      'insufficient',
      'udp-blocked',
      'udp-blocked',
      'insufficient',
    ]);
    expect(story[2]?.network.since).toBe(story[1]?.network.since);
  });
});
