import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Plan, RolePlan } from './plan.ts';
import { CONTROLS } from './testing/catalogue.ts';
import { answers, type Fate, fails, role, SILENCE, surveyed } from './testing/network.ts';

const RELAY = 'turn:relay.example:3478?transport=udp';
const WEB = 'https://web.example/';
const planOf = (...roles: RolePlan[]): Plan => ({ controls: CONTROLS, reserve: [], roles });
const STUN = CONTROLS.filter(({ kind }) => kind === 'stun').map(({ url }) => url);
const HTTPS = CONTROLS.filter(({ kind }) => kind === 'https').map(({ url }) => url);
const PORTAL = 'http://portal.control.example/';
const RELAY_CONTROL = 'turn:relay.control.example:443?transport=tcp';

/** The fates of the STUN and the HTTPS controls, in their order; everything else is silent unless listed. */
const line =
  (stun: readonly Fate[], https: readonly Fate[] = stun, others: Readonly<Record<string, Fate>> = {}) =>
  (url: string): Fate =>
    stun[STUN.indexOf(url)] ?? https[HTTPS.indexOf(url)] ?? others[url] ?? SILENCE;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('how long a silent relay is waited for', () => {
  const waited = async (fate: (url: string) => Fate, dead: readonly string[] = []) => {
    const { question } = await surveyed(planOf(role('a/media', [[RELAY]])), fate, { dead });
    expect(question(RELAY)?.outcome).toBe('silent');
    return (question(RELAY)?.endedAt ?? 0) - (question(RELAY)?.at ?? 0);
  };
  const clean = [answers(40), answers(45), answers(60)];

  test('some two seconds on a clean line', async () => {
    expect(await waited(line(clean))).toBeLessThan(2_300);
  });

  test('longer where a control needed retransmissions or is silent', async () => {
    expect(await waited(line([answers(40), answers(45), answers(800)]))).toBeGreaterThan(4_600);
    expect(await waited(line([answers(40), answers(45), SILENCE], clean))).toBeGreaterThan(4_600);
  });

  test('longest where most controls suffer', async () => {
    const ms = await waited(line([answers(40), answers(1_800), SILENCE], clean));
    expect(ms).toBeGreaterThan(8_900);
    expect(ms).toBeLessThan(9_500);
  });

  test('no longer for the sake of a control that has been dead for rounds', async () => {
    const more = ['stun:four.control.example:3478', 'stun:five.control.example:3478'] as const;
    const plan: Plan = {
      controls: [...CONTROLS, ...more.map((url) => ({ kind: 'stun' as const, url, operator: url }))],
      reserve: [],
      roles: [role('a/media', [[RELAY]])],
    };
    // One late answer of four is one operator's trouble; with a silent one beside it, it would be the line's.
    const fate = line([answers(40), answers(45), answers(800)], clean, { [more[0]]: answers(41) });
    const ended = async (dead: readonly string[]) => (await surveyed(plan, fate, { dead })).question(RELAY)?.endedAt;
    expect(await ended([more[1]])).toBeLessThan(2_300);
    expect(await ended([])).toBeGreaterThan(4_600);
  });

  test('longer by two round trips on a long line', async () => {
    expect(await waited(line([answers(600), answers(620), answers(640)]))).toBeGreaterThan(2_200 + 1_150);
  });

  test('by two seconds at most: a first answer that is later waited for a name server', async () => {
    const ms = await waited(line([answers(1_500), answers(1_520), answers(1_540)]));
    expect(ms).toBeGreaterThanOrEqual(4_700 + 2_000);
    expect(ms).toBeLessThan(4_700 + 2_100);
  });

  test('over TLS, four seconds on a clean line', async () => {
    const { question } = await surveyed(planOf(role('a/signalling', [[WEB]])), line(clean));
    expect(question(WEB)?.endedAt).toBeGreaterThanOrEqual(4_000);
    expect(question(WEB)?.endedAt).toBeLessThan(4_200);
  });
});

test('A slow name server makes no long line: the round ends in time, and calls silence by its name', async () => {
  const tcp = 'turn:relay.example:443?transport=tcp';
  const late = [answers(4_000), answers(4_000), answers(4_000)];
  const plan = planOf(role('a/signalling', [[WEB]]), role('a/media', [[RELAY], [tcp]]));
  const { observations, tookMs } = await surveyed(plan, line(late), { cancelAfter: 24_000 });
  expect(observations.get(tcp)?.outcome).toBe('silent');
  expect(tookMs).toBeLessThan(20_000);
});

describe('a machine that stood still in the middle of a round', () => {
  afterEach(() => void vi.restoreAllMocks());

  /** The clock goes on for five seconds while nothing is done, as a lid that is shut and opened makes it. */
  async function afterFiveSecondsOfSleep(fate: Fate) {
    const clock = performance.now.bind(performance);
    const began = clock();
    vi.spyOn(performance, 'now').mockImplementation(() => clock() + (clock() - began > 2_000 ? 5_000 : 0));
    const near = [answers(40), answers(45), answers(60)];
    const { observations } = await surveyed(planOf(role('a/media', [[RELAY]])), line(near, near, { [RELAY]: fate }));
    return observations.get(RELAY)?.outcome;
  }

  test('gets a second to look at what came in meanwhile, before anybody is called silent', async () => {
    expect(await afterFiveSecondsOfSleep(answers(3_000))).toBe('answered');
  });

  test('and not longer', async () => {
    expect(await afterFiveSecondsOfSleep(answers(3_500))).toBe('silent');
  });
});

describe('controls that are seldom needed', () => {
  const none = [SILENCE, SILENCE, SILENCE];
  const some = [answers(40), fails(10), SILENCE];
  const asked = async (stun: readonly Fate[], https: readonly Fate[]) =>
    (await surveyed(planOf(), line(stun, https))).questions.map(({ url }) => url);

  test('a portal is looked for only where no secure control answers', async () => {
    expect(await asked(some, some)).not.toContain(PORTAL);
    expect(await asked(some, none)).toContain(PORTAL);
    expect(await asked(some, [fails(5), fails(5), fails(5)])).toContain(PORTAL);
  });

  test('relays over TCP are tried only where no STUN control answers and something else does', async () => {
    expect(await asked(some, some)).not.toContain(RELAY_CONTROL);
    expect(await asked(none, some)).toContain(RELAY_CONTROL);
    expect(await asked(none, none)).not.toContain(RELAY_CONTROL);
  });

  test('relays over TCP are tried also where the line is so long that nothing has answered yet', async () => {
    const late = [answers(2_600), answers(2_600), answers(2_600)];
    expect(await asked(none, late)).toContain(RELAY_CONTROL);
  });

  test('neither is asked while there is no reason for doubt: two seconds', async () => {
    const slow = [answers(1_900), answers(1_900), answers(1_900)];
    const slower = [answers(2_100), answers(2_100), answers(2_100)];
    expect(await asked(slow, slow)).not.toContain(PORTAL);
    expect(await asked(slow, slow)).not.toContain(RELAY_CONTROL);
    expect(await asked(slower, slower)).toEqual(expect.arrayContaining([PORTAL, RELAY_CONTROL]));
  });
});

const anyFate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(SILENCE) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 900 }).map(answers) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 12_000 }).map(answers) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 12_000 }).map(fails) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 500 }).map((after): Fate => ({ after, outcome: 'inconclusive' })),
  },
);
const TARGETS = [
  WEB,
  'https://web2.example/',
  'wss://chat.example/',
  'stun:relay.example:3478',
  RELAY,
  'turn:relay.example:443?transport=tcp',
  'turns:relay.example:443',
  STUN[0] ?? '',
];
const anyRole = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.constantFrom(...TARGETS), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.subarray([RELAY]),
  )
  .map(([tiers, relays]) => ({ tiers, relays }));

test('In any network a round ends within its bound, with one observation of each address and nothing left running', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRole, { maxLength: 4 }),
      fc.array(anyFate, { minLength: 16, maxLength: 16 }),
      fc.constantFrom(0, 60, 600),
      async (roles, fates, spreadMs) => {
        const urls = [...new Set([...CONTROLS.map(({ url }) => url), ...TARGETS])];
        const plan = planOf(...roles.map(({ tiers, relays }, i) => role(`s${i}/media`, tiers, relays)));
        const { tookMs, questions, observations, finished } = await surveyed(
          plan,
          (url) => fates[urls.indexOf(url)] ?? SILENCE,
          { cancelAfter: 24_000, spreadMs, random: () => 0.5 },
        );
        expect(tookMs).toBeLessThan(25_000);
        expect(new Set(questions.map(({ url }) => url))).toEqual(new Set(observations.keys()));
        for (const [url, { outcome }] of observations) {
          const [last, ...earlier] = questions.filter((question) => question.url === url).reverse();
          expect(outcome).toBe(last?.outcome);
          // Asked anew is only what nobody had waited for.
          expect(earlier.every(({ code }) => code === 'not-needed')).toBe(true);
        }
        expect(finished.size).toBe(roles.length);
        expect(vi.getTimerCount()).toBe(0);
        const heard = questions.length;
        await vi.advanceTimersByTimeAsync(60_000);
        expect(questions).toHaveLength(heard);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
