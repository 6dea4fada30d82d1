import { describe, expect, test } from 'vitest';
import type { Service } from '../catalogue/runtime.ts';
import {
  CHAT,
  type Chapter,
  ending,
  endpoint,
  MEET,
  of,
  QUIET,
  type Seen,
  service,
  TALK,
  tell,
  times,
} from './testing.ts';

const OPEN: Chapter = {};
const fares = (pattern: RegExp, seen: Seen): Chapter => ({ seen: [[pattern, seen]] });
const ACCUSATIONS = ['likely-blocked', 'suspected', 'unreachable'];

describe('signalling that is reset by name', () => {
  const reset = fares(/(web|edge)\.chat/, 'reset');

  test('makes the service unreachable: messages and calls', () => {
    const story = tell([OPEN, ...times(3, reset)]);
    const told = story.map((one) => [of(one, CHAT).calls.state, of(one, CHAT).messages.state]);
    expect(told).toEqual([
      ['clear', 'reachable'],
      ['suspected', 'suspected'],
      ['unreachable', 'likely-blocked'],
      ['unreachable', 'likely-blocked'],
    ]);
  });

  test('is named as deep as the evidence goes, and told in rounds', () => {
    const { calls, messages } = of(ending([OPEN, ...times(3, reset)]), CHAT);
    expect(calls).toMatchObject({ mechanism: 'tls.reset', rounds: 3, failing: 3 });
    expect(messages).toMatchObject({ mechanism: 'tls.reset', rounds: 3, failing: 3 });
  });

  test('is named "unknown" where the browser does not tell how, or tells it differently of each host', () => {
    const opaque = fares(/(web|edge)\.chat/, 'refused');
    const mixed: Chapter = {
      seen: [
        [/web\.chat/, 'reset'],
        [/edge\.chat/, { outcome: 'failed', mechanism: 'tcp.timeout' }],
      ],
    };
    for (const chapter of [opaque, mixed]) {
      expect(of(ending([OPEN, ...times(2, chapter)]), CHAT).messages.mechanism).toBe('unknown');
    }
  });

  test('of one host only is no block: a renamed host must not look like one', () => {
    for (const chapter of times(6, fares(/web\.chat/, 'reset'))) {
      expect(of(ending([OPEN, ...times(6, chapter)]), CHAT).calls.state).toBe('clear');
    }
  });

  test('of an app that browsers cannot test makes it unreachable too', () => {
    const story = tell([OPEN, ...times(2, fares(/talk\.example/, 'reset'))]);
    expect(story.map((one) => of(one, TALK).calls.state)).toEqual(['untestable', 'suspected', 'unreachable']);
    expect(story.at(-1)?.network.state).toBe('some-blocked');
  });

  test('shows "calls likely blocked" again when messages come back and relays do not', () => {
    const both = fares(/\.chat\./, 'silent');
    const relays = fares(/(relay|star)\.chat/, 'silent');
    const story = tell([OPEN, ...times(3, both), ...times(3, relays)]);
    expect(of(story.at(-1) ?? ending([]), CHAT)).toMatchObject({
      calls: { state: 'likely-blocked' },
      messages: { state: 'reachable' },
    });
  });
});

describe('signalling that refuses every browser', () => {
  test('accuses nobody, and is not taken for an answer', () => {
    for (const assessment of tell(times(5, OPEN))) {
      expect(of(assessment, QUIET)).toMatchObject({
        calls: { state: 'insufficient', rule: 'calls.signalling-untestable' },
        messages: { state: 'insufficient', rule: 'messages.untestable' },
      });
    }
  });

  test('leaves its calls to be judged by its relays', () => {
    const story = tell([OPEN, ...times(2, fares(/turn\.quiet/, 'silent'))]);
    expect(story.map((one) => of(one, QUIET).calls.rule)).toEqual([
      'calls.signalling-untestable',
      'calls.relay-silent-confirming',
      'calls.relay-silent',
    ]);
  });
});

describe('an outage', () => {
  const out: Chapter = { ...fares(/\.chat\./, 'silent'), outages: ['chat'] };

  test('is shown as one, from the first round on, and is never a block', () => {
    for (const assessment of tell([OPEN, ...times(5, out)]).slice(1)) {
      expect(of(assessment, CHAT)).toMatchObject({ calls: { state: 'down' }, messages: { state: 'down' } });
      expect(of(assessment, CHAT).calls.mechanism).toBeUndefined();
      expect(assessment.network.state).toBe('clear');
    }
  });

  test('leaves no evidence behind: the first failure after it is the first', () => {
    const after: Chapter = fares(/\.chat\./, 'silent');
    expect(of(ending([OPEN, ...times(5, out), after]), CHAT).calls).toMatchObject({ state: 'suspected', failing: 1 });
  });

  test.each(['http.blockpage', 'dns.poisoned'] as const)('excuses no %s: none puts that in the way', (mechanism) => {
    const page = { outcome: 'failed', depth: 'none', mechanism } as const;
    const story = tell([OPEN, ...times(2, { seen: [[/\.chat\./, page]], outages: ['chat'] })]);
    expect(story.map((one) => of(one, CHAT).messages)).toMatchObject([
      { state: 'reachable' },
      { state: 'suspected', mechanism },
      { state: 'likely-blocked', mechanism },
    ]);
  });

  test.each(['http.blockpage', 'dns.poisoned'] as const)(
    'excuses no %s of one host beside a reset of another',
    (mechanism) => {
      const seen: Chapter['seen'] = [
        [/web\.chat\./, { outcome: 'failed', mechanism }],
        [/\.chat\./, 'reset'],
      ];
      expect(of(ending([OPEN, { seen, outages: ['chat'] }]), CHAT).messages.state).toBe('suspected');
    },
  );

  test('excuses what fails in several ways, where none of them is a lie', () => {
    const seen: Chapter['seen'] = [
      [/web\.chat\./, { outcome: 'failed', mechanism: 'tls.certificate' }],
      [/\.chat\./, 'reset'],
    ];
    expect(of(ending([OPEN, { seen, outages: ['chat'] }]), CHAT).messages.state).toBe('down');
  });

  test('is not doubted for a page in the place of a host that has no vote beside one that has', () => {
    const seen: Chapter['seen'] = [
      [/new\.chat\./, { outcome: 'failed', mechanism: 'http.blockpage' }],
      [/\.chat\./, 'silent'],
    ];
    const more = { ...CHAT, endpoints: [...CHAT.endpoints, endpoint('signalling', 'https://new.chat.example/')] };
    const fates = { 'https://new.chat.example/': 'unasked' } as const;
    const last = ending([{ fates }, { seen, outages: ['chat'] }], { services: [more] });
    expect(of(last, CHAT).messages.state).toBe('down');
  });

  test('of one service excuses no other', () => {
    const both: Chapter = { ...fares(/\.chat\.|meet\.example/, 'silent'), outages: ['chat'] };
    expect(of(ending([OPEN, ...times(2, both)]), MEET).calls.state).toBe('unreachable');
  });
});

describe('a role that rests on a single host', () => {
  const relays = (...hosts: readonly string[]) =>
    service('few', [
      endpoint('signalling', 'https://web.example/', 'verified'),
      ...hosts.flatMap((host) => [
        endpoint('media', `turn:${host}.example:3478?transport=udp`, 'verified'),
        endpoint('media', `stun:${host}.example:3478`, 'verified'),
      ]),
    ]);
  const SILENT: Chapter = fares(/(one|two)\.example/, 'silent');
  /** One control needed a retransmission. */
  const UNEASY: Chapter = { seen: [[/stun\.west/, 'late'], ...(SILENT.seen ?? [])] };
  const stateAfter = (rounds: number, few: Service, chapter = UNEASY) =>
    of(ending(times(rounds, chapter), { services: [few] }), few).calls.state;

  test('takes a round more to be called blocked than one of two, while a control suffers as well', () => {
    expect([stateAfter(2, relays('one', 'two')), stateAfter(2, relays('one')), stateAfter(3, relays('one'))]).toEqual([
      'likely-blocked',
      'suspected',
      'likely-blocked',
    ]);
  });

  test('takes no more where nobody lost anything', () => {
    expect(stateAfter(2, relays('one'), SILENT)).toBe('likely-blocked');
  });

  test('takes no more where it failed rather than fell silent: loss makes no errors', () => {
    const web = service('web', [endpoint('signalling', 'https://web.example/', 'verified')]);
    const reset: Chapter = {
      seen: [
        [/stun\.west/, 'late'],
        [/web\.example/, 'reset'],
      ],
    };
    expect(of(ending(times(2, reset), { services: [web] }), web).messages.state).toBe('likely-blocked');
  });
});

describe('a service whose relays are all over TLS', () => {
  const web = service('web', [
    endpoint('signalling', 'https://web.example/', 'verified'),
    endpoint('media', 'turns:relay.web.example:443', 'verified'),
  ]);
  const noUdp = [/^stun:|transport=udp$/, 'silent'] as const;
  const state = (chapters: readonly Chapter[]) => of(ending(chapters, { services: [web] }), web).calls.state;

  test('is clear where they answer, with UDP or without', () => {
    expect([state([OPEN]), state(times(3, { seen: [noUdp] }))]).toEqual(['clear', 'clear']);
  });

  test('is judged by the TCP controls, though no UDP passes', () => {
    const silent: Chapter = { seen: [[/turns:relay\.web/, 'silent'], noUdp] };
    expect([state([silent]), state(times(3, silent))]).toEqual(['suspected', 'likely-blocked']);
  });

  test('is not judged where TCP controls are silent, though UDP ones answer', () => {
    const silent: Chapter = { seen: [[/turns:relay\.web|check\./, 'silent']] };
    expect(state([OPEN, ...times(3, silent)])).toBe('insufficient');
  });
});

test('the rounds told of the network are those of a blocked service, not of one that is out', () => {
  const chat = [/\.chat\./, 'silent'] as const;
  const story: Chapter[] = [
    OPEN,
    ...times(4, { seen: [chat] }),
    ...times(2, { seen: [chat, [/(stun|turns?)\.meet/, 'silent']], outages: ['chat'] }),
  ];
  expect(ending(story).network).toMatchObject({ state: 'some-blocked', rounds: 2, failing: 2 });
});

describe('a filter on TURN', () => {
  test('shows on a documented relay whose host still answers binding requests', () => {
    const beside = fares(/turn:turn\.meet/, 'silent');
    const host: Chapter = { seen: [...(beside.seen ?? []), [/stun:stun\.meet/, 'silent'], [/turns:/, 'silent']] };
    expect(of(ending([OPEN, ...times(2, host)]), MEET).calls.state).toBe('likely-blocked');
    // Another host's binding keeps the role open: the relay may have moved.
    expect(of(ending([OPEN, ...times(5, beside)]), MEET).calls.state).toBe('clear');
  });
});

describe('a name that leads to a private address', () => {
  const forged: Seen = { outcome: 'answered', depth: 'application', remote: 'private' };
  const real: Seen = { outcome: 'answered', depth: 'application', remote: 'public' };

  test('was answered falsely, though a certificate stands behind it', () => {
    const chapter: Chapter = {
      seen: [
        [/(web|edge)\.chat/, forged],
        [/^https:\/\/check/, real],
      ],
    };
    const last = ending([OPEN, ...times(2, chapter)]);
    expect(of(last, CHAT).messages).toMatchObject({ state: 'likely-blocked', mechanism: 'dns.poisoned' });
  });

  test('earns no vote', () => {
    const chapter: Chapter = {
      seen: [
        [/(web|edge)\.chat/, forged],
        [/^https:\/\/check/, real],
      ],
    };
    expect(Object.keys(ending([chapter]).memory.answered).filter((url) => /(web|edge)\.chat/.test(url))).toEqual([]);
  });

  test('is nothing where the names of all controls lead there: a gateway carries everybody', () => {
    const chapter: Chapter = { seen: [[/^https:/, forged]] };
    expect(of(ending([OPEN, ...times(3, chapter)]), CHAT).messages.state).toBe('reachable');
  });

  test('is nothing where addresses may not be read', () => {
    expect(of(ending(times(3, OPEN)), CHAT).messages.state).toBe('reachable');
  });
});

test('no story of one service accuses another', () => {
  const chapters = [fares(/\.chat\./, 'silent'), fares(/\.chat\./, 'reset'), fares(/(relay|star)\.chat/, 'silent')];
  for (const chapter of chapters) {
    for (const assessment of tell([OPEN, ...times(4, chapter)])) {
      for (const service of [MEET, QUIET, TALK]) {
        const { calls, messages } = of(assessment, service);
        expect(ACCUSATIONS).not.toContain(calls.state);
        expect(ACCUSATIONS).not.toContain(messages.state);
      }
    }
  }
});
