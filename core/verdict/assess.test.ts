import { describe, expect, test } from 'vitest';
import {
  CHAT,
  type Chapter,
  ending,
  GONE,
  HOUR,
  MEET,
  MINUTE,
  MORNING,
  of,
  QUIET,
  SERVICES,
  TALK,
  tell,
  times,
} from './testing.ts';

const OPEN: Chapter = {};
const RELAYS_SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };
/** The state of the calls of one service, chapter by chapter. */
const calls = (chapters: readonly Chapter[], service = CHAT) =>
  tell(chapters).map((assessment) => of(assessment, service).calls.state);

describe('on an open network', () => {
  const open = () => ending([OPEN]);

  test.for([
    { service: CHAT, calls: 'clear', messages: 'reachable', why: 'both answer' },
    { service: MEET, calls: 'clear', messages: 'reachable', why: 'both answer' },
    { service: QUIET, calls: 'insufficient', messages: 'insufficient', why: 'its signalling refuses every browser' },
    { service: TALK, calls: 'untestable', messages: 'reachable', why: 'no browser can ask its relays' },
    { service: GONE, calls: 'retired', messages: 'insufficient', why: 'it exists no more' },
  ])('$service.id: calls $calls, messages $messages, as $why', ({ service, calls, messages }) => {
    const { calls: c, messages: m } = of(open(), service);
    expect([c.state, m.state]).toEqual([calls, messages]);
  });

  test('all is well after one round, and no mechanism is named', () => {
    const { network, services } = open();
    expect(network).toEqual({
      state: 'clear',
      rule: 'network.clear',
      rounds: 1,
      failing: 0,
      since: MORNING,
      key: 'home',
    });
    for (const { calls, messages } of services) expect(calls.mechanism ?? messages.mechanism).toBeUndefined();
  });

  test('each service is told with the rounds of what decided it', () => {
    const third = ending(times(3, OPEN));
    expect([CHAT, MEET, TALK].map((service) => of(third, service).calls.rounds)).toEqual([3, 3, 3]);
  });

  test('each endpoint is shown with its latest answer', () => {
    const [first, second] = tell([OPEN, { seen: [[/relay\.chat/, 'silent']], after: HOUR }]);
    const latest = (assessment = first) =>
      assessment && of(assessment, CHAT).evidence.map(({ lastAnswered = 0 }) => (lastAnswered - MORNING) / HOUR);
    expect(latest(first)).toEqual([0, 0, 0, 0]);
    expect(latest(second)).toEqual([1, 1, 0, 1]);
  });

  test('every endpoint that answered has earned its vote', () => {
    const again = ending([RELAYS_SILENT], { memory: open().memory });
    const votes = of(again, CHAT).evidence.map(({ vote, lastAnswered }) => [vote, lastAnswered]);
    expect(votes).toEqual(times(4, OPEN).map(() => ['counted', MORNING]));
  });
});

describe('relays that fall silent after an open round, messages going on', () => {
  const story = [OPEN, ...times(3, RELAYS_SILENT)];

  test('are suspected first and likely blocked in the second round, within 90 s', () => {
    expect(calls(story)).toEqual(['clear', 'suspected', 'likely-blocked', 'likely-blocked']);
  });

  test('are told with rounds, mechanism and date', () => {
    expect(of(ending(story), CHAT).calls).toEqual({
      state: 'likely-blocked',
      rule: 'calls.relay-silent',
      mechanism: 'udp.timeout',
      rounds: 3,
      failing: 3,
      since: MORNING + MINUTE,
    });
  });

  test('leave messages as they are', () => {
    expect(of(ending(story), CHAT).messages).toMatchObject({
      state: 'reachable',
      rounds: 4,
      failing: 0,
      since: MORNING,
    });
  });

  test('make the network one that blocks some', () => {
    expect(tell(story).map(({ network }) => network.state)).toEqual([
      'clear',
      'insufficient',
      'some-blocked',
      'some-blocked',
    ]);
    expect(ending(story).network).toMatchObject({ rounds: 3, failing: 3, since: MORNING + MINUTE });
  });

  test('say nothing of the other services', () => {
    expect(of(ending(story), MEET).calls.state).toBe('clear');
  });

  test('make the network one that blocks calls when no other service is left', () => {
    const silent: Chapter = { seen: [[/(relay|star)\.chat|(stun|turn)\.meet/, 'silent']] };
    expect(ending([OPEN, ...times(2, silent)]).network.state).toBe('calls-blocked');
  });
});

describe('relays that have never answered here', () => {
  test('accuse nobody by silence, however long', () => {
    const story = tell(times(12, RELAYS_SILENT));
    for (const assessment of story) {
      expect(of(assessment, CHAT).calls).toMatchObject({ state: 'insufficient', rule: 'calls.unearned' });
      expect(assessment.network.state).toBe('insufficient');
    }
  });

  test('are shown, as not counted', () => {
    const { evidence } = of(ending([RELAYS_SILENT]), CHAT);
    const media = evidence.filter(({ role }) => role === 'media');
    expect(media.map(({ vote, observation }) => [vote, observation?.outcome])).toEqual([
      ['unearned', 'silent'],
      ['unearned', 'silent'],
    ]);
  });

  test('count after one answer on another network', () => {
    const elsewhere = ending([{ network: 'abroad' }]);
    const story = tell(times(2, RELAYS_SILENT), { memory: elsewhere.memory, from: MORNING + 2 * HOUR });
    expect(story.map((assessment) => of(assessment, CHAT).calls.state)).toEqual(['suspected', 'likely-blocked']);
  });

  test('count after a documented one has told: a service with such a relay is judged from the first round', () => {
    const silent: Chapter = { seen: [[/(stun|turn)\.meet/, 'silent']] };
    expect(calls(times(2, silent), MEET)).toEqual(['suspected', 'likely-blocked']);
  });
});

describe('the end of a block', () => {
  const blocked = [OPEN, ...times(2, RELAYS_SILENT)];

  test('takes two rounds, as its beginning did', () => {
    const story = tell([...blocked, OPEN, OPEN]);
    expect(story.slice(2).map((one) => of(one, CHAT).calls.rule)).toEqual([
      'calls.relay-silent',
      'calls.recovering',
      'calls.relay-answered',
    ]);
    expect(story.slice(2).map(({ network }) => network.state)).toEqual(['some-blocked', 'insufficient', 'clear']);
  });

  test('is not believed of a filter that leaks: one answer among failures is never clear', () => {
    const states = calls([...blocked, OPEN, RELAYS_SILENT, OPEN, RELAYS_SILENT, RELAYS_SILENT]);
    expect(states.slice(2)).not.toContain('clear');
    expect(states.at(-1)).toBe('likely-blocked');
  });

  test('of messages takes two rounds as well', () => {
    const reset: Chapter = { seen: [[/(web|edge)\.chat/, 'reset']] };
    const rules = tell([OPEN, ...times(2, reset), OPEN, OPEN]).map((one) => of(one, CHAT).messages.rule);
    expect(rules.slice(2)).toEqual(['messages.silent', 'messages.recovering', 'messages.answered']);
  });
});

describe('the date of a verdict', () => {
  test('stays while the state holds, through 20 rounds of it', () => {
    const story = tell([OPEN, ...times(22, RELAYS_SILENT)]);
    const dates = story.slice(2).map((one) => of(one, CHAT).calls.since);
    expect(new Set(dates)).toEqual(new Set([MORNING + MINUTE]));
  });

  test('starts anew when the state changes, and when it comes back', () => {
    const story = tell([OPEN, RELAYS_SILENT, OPEN, OPEN]);
    expect(story.map((one) => (of(one, CHAT).calls.since - MORNING) / MINUTE)).toEqual([0, 0.5, 1, 1]);
  });

  test('is never later than the round, though the clock went back', () => {
    const story = tell([{ after: 0 }, { after: -3 * HOUR }, { after: MINUTE }]);
    expect(story.map(({ network }) => network.since - MORNING)).toEqual([0, -3 * HOUR, -3 * HOUR]);
  });
});

test('a service that exists no more is never asked about, and never stands in the way of green', () => {
  for (const chapter of [OPEN, RELAYS_SILENT]) expect(of(ending([chapter]), GONE).calls.rule).toBe('calls.retired');
  expect(ending([OPEN], { services: [GONE, MEET] }).network.state).toBe('clear');
  expect(ending([OPEN], { services: SERVICES }).network.state).toBe('clear');
});
