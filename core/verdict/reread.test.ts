import { describe, expect, test } from 'vitest';
import { DIRECT } from '../evidence/observation.ts';
import { reread } from './reread.ts';
import { CONTROLS, roundOf, type Seen } from './testing.ts';

const from = (remote: 'public' | 'private' | 'tunnel'): Seen => ({ outcome: 'answered', depth: 'application', remote });

/** How the first signalling host of one service reads, beside controls that read like this. */
function chat(service: Seen, controls: Seen) {
  const round = reread(
    roundOf({
      seen: [
        [/web\.chat/, service],
        [/^https:\/\/check/, controls],
      ],
    }),
    CONTROLS,
  );
  const { outcome, mechanism } = round.observations.get('https://web.chat.example/') ?? {};
  return mechanism ?? outcome;
}

describe('a public name that leads to a private address', () => {
  test.for<{ service: Seen; controls: Seen; reads: string; why: string }>([
    { service: from('private'), controls: from('public'), reads: 'dns.poisoned', why: 'it alone' },
    { service: from('private'), controls: from('private'), reads: 'answered', why: 'a gateway carries everybody' },
    { service: from('private'), controls: 'answered', reads: 'answered', why: 'where the controls lead is not known' },
    { service: from('private'), controls: 'silent', reads: 'answered', why: 'the controls lead nowhere' },
    {
      service: from('tunnel'),
      controls: from('public'),
      reads: 'answered',
      why: 'a tunnel hands out names of its own',
    },
    { service: from('public'), controls: from('public'), reads: 'answered', why: 'it is public' },
    { service: 'silent', controls: from('public'), reads: 'unknown', why: 'nothing answered' },
  ])('$service beside $controls reads as $reads: $why', ({ service, controls, reads }) => {
    expect(chat(service, controls)).toBe(reads);
  });

  test('is no name when it is an address already', () => {
    const url = 'https://10.0.0.7/';
    const round = roundOf({ seen: [[/^https:\/\/check/, from('public')]] });
    const template = round.observations.get('https://web.chat.example/');
    const literal = { ...template, url, remote: 'private' } as NonNullable<typeof template>;
    const read = reread({ ...round, observations: new Map(round.observations).set(url, literal) }, CONTROLS);
    expect(read.observations.get(url)?.outcome).toBe('answered');
  });
});

test('What answers over a WebSocket under a forged name is as forged: browsers do not tell where it came from', () => {
  const [same, other] = ['wss://web.chat.example/ws', 'wss://edge.chat.example/ws'];
  const read = (service: Seen) => {
    const round = roundOf({
      seen: [
        [/web\.chat/, service],
        [/^https:\/\/check/, from('public')],
      ],
    });
    const answer = { ...round.observations.get('https://meet.example/'), probe: 'websocket', outcome: 'answered' };
    const sockets = [same, other].map((url) => [url, { ...answer, url }] as [string, never]);
    const { observations } = reread({ ...round, observations: new Map([...round.observations, ...sockets]) }, CONTROLS);
    return [same, other].map((url) => observations.get(url)?.mechanism ?? observations.get(url)?.outcome);
  };
  expect(read(from('private'))).toEqual(['dns.poisoned', 'answered']);
  expect(read(from('public'))).toEqual(['answered', 'answered']);
});

describe('a redirect to another host, at a private address', () => {
  const sentOn: Seen = { outcome: 'answered', depth: 'application', remote: 'private', redirected: true, status: 200 };

  test.for<{ controls: Seen; reads: string; why: string }>([
    { controls: from('public'), reads: 'http.blockpage', why: 'it alone' },
    { controls: from('private'), reads: 'answered', why: 'a proxy carries everybody' },
    { controls: 'answered', reads: 'answered', why: 'where the controls lead is not known' },
  ])('beside $controls reads as $reads: $why', ({ controls, reads }) => {
    expect(chat(sentOn, controls)).toBe(reads);
  });

  test('is no way to the service, whose certificate was seen', () => {
    const seen: [RegExp, Seen][] = [
      [/web\.chat/, sentOn],
      [/^https:\/\/check/, from('public')],
    ];
    const { observations } = reread(roundOf({ seen }), CONTROLS);
    expect(observations.get('https://web.chat.example/')).toMatchObject({ outcome: 'failed', depth: 'secure' });
  });

  test('is one from an address literal as well', () => {
    const url = 'https://149.154.167.51/';
    const round = roundOf({ seen: [[/^https:\/\/check/, from('public')]] });
    const template = round.observations.get('https://web.chat.example/');
    const literal = { ...template, url, ...(sentOn as object) } as NonNullable<typeof template>;
    const read = reread({ ...round, observations: new Map(round.observations).set(url, literal) }, CONTROLS);
    expect(read.observations.get(url)?.mechanism).toBe('http.blockpage');
  });
});

describe('a failure at a private address', () => {
  const poisoned = (outcome: 'failed' | 'silent'): Seen => ({
    outcome,
    durationMs: 4_000,
    mechanism: 'dns.poisoned',
    remote: 'private',
  });

  test.for<{ controls: Seen; reads: string; why: string }>([
    { controls: from('public'), reads: 'dns.poisoned', why: 'it alone' },
    { controls: from('private'), reads: 'unknown', why: 'that is where a proxy carries everybody from' },
    { controls: 'answered', reads: 'dns.poisoned', why: 'no control tells of a proxy' },
    { controls: { outcome: 'failed', remote: 'private' }, reads: 'dns.poisoned', why: 'nobody is carried' },
  ])('beside $controls reads as $reads: $why', ({ controls, reads }) => {
    for (const outcome of ['failed', 'silent'] as const) expect(chat(poisoned(outcome), controls)).toBe(reads);
  });

  test('accuses nobody of lying where one control of several came through a proxy', () => {
    const seen: [RegExp, Seen][] = [
      [/web\.chat/, poisoned('failed')],
      [/check\.north/, from('private')],
      [/check/, from('public')],
    ];
    const { observations } = reread(roundOf({ seen }), CONTROLS);
    expect(observations.get('https://web.chat.example/')).toMatchObject({ outcome: 'failed', mechanism: 'unknown' });
  });

  test('that was only starved says nothing, there as anywhere', () => {
    const late: Seen = { outcome: 'answered', durationMs: 2_500, remote: 'private' };
    const seen: [RegExp, Seen][] = [
      [/web\.chat/, poisoned('silent')],
      [/^https:/, late],
    ];
    const { observations } = reread(roundOf({ seen }), CONTROLS);
    expect(observations.get('https://web.chat.example/')).toMatchObject({ outcome: 'inconclusive', code: 'starved' });
  });

  test('over another way keeps its name', () => {
    const reset: Seen = { outcome: 'failed', mechanism: 'tls.reset', remote: 'private' };
    expect(chat(reset, from('private'))).toBe('tls.reset');
  });
});

describe('a binding whose answer was concluded, not seen', () => {
  const direct: Seen = { outcome: 'answered', code: DIRECT };
  const seen: Seen = { outcome: 'answered', code: 'srflx' };
  const outcomes = (first: Seen, others: Seen) =>
    [
      ...reread(
        roundOf({
          seen: [
            [/stun\.north/, first],
            [/^stun:/, others],
          ],
        }),
        CONTROLS,
      ).observations.values(),
    ]
      .filter(({ url }) => url.startsWith('stun:stun.'))
      .map(({ outcome }) => outcome)
      .slice(0, 2);

  test('is believed where no server shows that addresses are translated', () => {
    expect(outcomes(direct, direct)).toEqual(['answered', 'answered']);
    expect(outcomes(direct, 'silent')).toEqual(['answered', 'silent']);
  });

  test('says nothing where another server shows that they are', () => {
    expect(outcomes(direct, seen)).toEqual(['inconclusive', 'answered']);
  });
});

test('everything else is read as it was seen', () => {
  const round = roundOf({
    seen: [
      [/front\.quiet/, 'reset'],
      [/relay\.chat/, 'silent'],
      [/talk/, 'not-needed'],
    ],
  });
  expect(reread(round, CONTROLS)).toEqual(round);
});

describe('a refused connection, where the browser does not tell whereto the name led', () => {
  /** The controls answer after 40 ms. */
  const refused = (againMs: number | undefined): Seen => ({
    outcome: 'failed',
    depth: 'name',
    mechanism: 'tcp.reset',
    ...(againMs !== undefined && { againMs }),
  });

  test.for([
    { againMs: 41, reads: 'tcp.reset', why: 'as far away as the controls' },
    { againMs: 2, reads: 'unknown', why: 'this machine itself, or one beside it' },
    { againMs: 12, reads: 'unknown', why: 'quicker than a packet could have been to the service and back' },
    { againMs: undefined, reads: 'tcp.reset', why: 'the browser told that the name leads elsewhere' },
  ])('after $againMs ms is $reads: $why', ({ againMs, reads }) => {
    const control: Seen = { outcome: 'answered', depth: 'application', durationMs: 40 };
    const round = reread(
      roundOf({
        seen: [
          [/web\.chat/, refused(againMs)],
          [/^stun:/, control],
        ],
      }),
      CONTROLS,
    );
    expect(round.observations.get('https://web.chat.example/')?.mechanism).toBe(reads);
  });

  test('from nearby makes the others of its round as vague: on a busy machine its own refusals may come late', () => {
    const seen: [RegExp, Seen][] = [
      [/web\.chat/, refused(41)],
      [/https:..talk/, refused(2)],
      [/^stun:/, { outcome: 'answered', depth: 'application', durationMs: 40 }],
    ];
    const { observations } = reread(roundOf({ seen }), CONTROLS);
    expect(observations.get('https://web.chat.example/')?.mechanism).toBe('unknown');
  });
});

describe('silence beside answers that were late', () => {
  const late = (durationMs: number): Seen => ({ outcome: 'answered', depth: 'application', durationMs });
  const silent: Seen = { outcome: 'silent', durationMs: 4_000, code: 'timeout', mechanism: 'unknown' };
  const web = (controlsMs: number) => {
    const seen: [RegExp, Seen][] = [
      [/web\.chat/, silent],
      [/^https:/, late(controlsMs)],
    ];
    return reread(roundOf({ seen }), CONTROLS).observations.get('https://web.chat.example/')?.outcome;
  };

  test('counts where the others were quick', () => expect(web(400)).toBe('silent'));
  test('says nothing where the others needed half of the time that it was given: the line is full', () =>
    expect(web(2_100)).toBe('inconclusive'));
  test('over UDP is not excused by a slow web', () => {
    const seen: [RegExp, Seen][] = [
      [/relay\.chat/, { ...silent, mechanism: 'udp.timeout' }],
      [/^https:/, late(2_500)],
      [/^stun:/, late(50)],
    ];
    const read = reread(roundOf({ seen }), CONTROLS);
    expect([...read.observations.values()].find(({ url }) => /relay\.chat.*udp/.test(url))?.outcome).toBe('silent');
  });
});
