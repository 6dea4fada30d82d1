import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Plan, RolePlan } from './plan.ts';
import { CONTROLS } from './testing/catalogue.ts';
import { answers, type Fate, fails, role, SILENCE, surveyed } from './testing/network.ts';

const WEB = 'https://web.example/';
const WEB2 = 'https://web2.example/';
const STUN = 'stun:relay.example:3478';
const UDP = 'turn:relay.example:3478?transport=udp';
const UDP2 = 'turn:other.example:3478?transport=udp';
const TCP = 'turn:relay.example:443?transport=tcp';

const planOf = (...roles: RolePlan[]): Plan => ({ controls: CONTROLS, reserve: [], roles });
/** Controls answer after 40 ms, portal and relay controls too; targets as listed, in 40 ms where they are not. */
const world =
  (targets: Readonly<Record<string, Fate>>) =>
  (url: string): Fate =>
    targets[url] ?? answers(40);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('where everything is open', () => {
  const open = planOf(role('a/signalling', [[WEB, WEB2]]), role('a/media', [[STUN, UDP], [TCP]], [UDP]));

  test('a survey ends as soon as all have answered', async () => {
    const { tookMs, observations } = await surveyed(open, world({ [WEB2]: answers(160) }));
    expect(tookMs).toBeLessThan(200);
    expect([...observations.values()].every(({ outcome }) => outcome === 'answered')).toBe(true);
  });

  test('a straggler is waited for a little, so that it may earn its vote, and then let go', async () => {
    const { tookMs, question } = await surveyed(open, world({ [WEB2]: SILENCE }));
    expect(tookMs).toBeLessThan(450);
    expect(question(WEB2)).toMatchObject({ outcome: 'inconclusive', code: 'not-needed' });
  });

  test('nothing is asked of later tiers, of portals, or of relays as controls', async () => {
    const { questions } = await surveyed(open, world({}));
    const asked = questions.map(({ url }) => url);
    expect(asked).not.toContain(TCP);
    expect(asked.filter((url) => /^(http|turn):.*control/.test(url))).toEqual([]);
  });

  test('no timer runs on when a survey has ended', async () => {
    await surveyed(open, world({}));
    expect(vi.getTimerCount()).toBe(0);
    await surveyed(open, world({ [WEB2]: SILENCE, [UDP]: SILENCE }));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('questions are spread over the time that is given for it', async () => {
    let n = 0;
    const { questions } = await surveyed(open, world({}), { spreadMs: 600, random: () => (n++ % 10) / 10 });
    const at = questions.map((question) => question.at);
    expect(Math.max(...at)).toBeGreaterThan(400);
    expect(Math.max(...at)).toBeLessThanOrEqual(600);
    expect(new Set(at).size).toBeGreaterThan(4);
  });
});

describe('a relay that is silent on a clean line', () => {
  const call = planOf(role('a/signalling', [[WEB]]), role('a/media', [[STUN, UDP], [TCP]], [UDP]));

  test('is given up after some two seconds, and the whole survey after less than seven', async () => {
    const { tookMs, question } = await surveyed(call, world({ [STUN]: SILENCE, [UDP]: SILENCE, [TCP]: SILENCE }));
    expect(question(UDP)).toMatchObject({ outcome: 'silent', at: 0 });
    expect(question(UDP)?.endedAt).toBeLessThan(2_300);
    expect(question(TCP)).toMatchObject({ outcome: 'silent' });
    expect(tookMs).toBeGreaterThan(6_000);
    expect(tookMs).toBeLessThan(7_000);
  });

  test('is asked over TCP as soon as it has been given up over UDP', async () => {
    const { tookMs, question } = await surveyed(call, world({ [STUN]: SILENCE, [UDP]: SILENCE }));
    expect(question(TCP)).toMatchObject({ outcome: 'answered' });
    expect(tookMs).toBeLessThan(2_500);
  });

  test('is waited for although a binding beside it answered', async () => {
    const { question, finished } = await surveyed(call, world({ [UDP]: SILENCE }));
    expect(question(UDP)).toMatchObject({ outcome: 'silent' });
    expect(finished.get('a/media')).toBeGreaterThanOrEqual(2_200);
  });

  test('is not waited for when another relay answers', async () => {
    const two = planOf(role('a/media', [[STUN, UDP, UDP2]], [UDP, UDP2]));
    const { tookMs, question } = await surveyed(two, world({ [UDP]: SILENCE }));
    expect(tookMs).toBeLessThan(450);
    expect(question(UDP)).toMatchObject({ code: 'not-needed' });
  });

  test('and has no vote is not waited for beside a binding that answered', async () => {
    const { tookMs } = await surveyed(planOf(role('a/media', [[STUN, UDP]])), world({ [UDP]: SILENCE }));
    expect(tookMs).toBeLessThan(450);
  });
});

describe('a later tier', () => {
  const tiers = planOf(role('a/media', [[STUN], [UDP], [TCP]]));

  test('is asked when every server of the one before failed', async () => {
    const { questions } = await surveyed(tiers, world({ [STUN]: fails(100), [UDP]: fails(100) }));
    expect(questions.filter(({ url }) => !url.includes('control')).map(({ url }) => url)).toEqual([STUN, UDP, TCP]);
  });

  test('is asked although the one before failed faster than any control could answer', async () => {
    const { question } = await surveyed(tiers, world({ [STUN]: fails(5), [UDP]: fails(5) }));
    expect(question(UDP)).toMatchObject({ outcome: 'failed', at: 40 });
    expect(question(TCP)).toMatchObject({ outcome: 'answered' });
  });

  test('waits for a sign of life, from whomever it comes', async () => {
    const late = answers(1_200);
    const plan = planOf(role('a/media', [[STUN], [UDP]]), role('b/signalling', [[WEB]]));
    const fate = (url: string): Fate => (url === WEB ? late : url === STUN ? fails(5) : SILENCE);
    expect((await surveyed(plan, fate)).question(UDP)?.at).toBe(1_200);
  });

  test('is not asked where nothing at all answers', async () => {
    const { questions } = await surveyed(tiers, () => SILENCE);
    const asked = questions.map(({ url }) => url);
    expect(asked).toContain(STUN);
    expect(asked).not.toContain(UDP);
    expect(asked).not.toContain(TCP);
  });
});

describe('an address that two services share', () => {
  test('is asked once, and answers both', async () => {
    const { questions, finished } = await surveyed(
      planOf(role('a/signalling', [[WEB]]), role('b/signalling', [[WEB]])),
      world({}),
    );
    expect(questions.filter(({ url }) => url === WEB)).toHaveLength(1);
    expect([...finished.keys()].sort()).toEqual(['a/signalling', 'b/signalling']);
  });

  test('is not let go by one while the other still waits for it', async () => {
    const { question, finished } = await surveyed(
      planOf(role('a/signalling', [[WEB, WEB2]]), role('b/signalling', [[WEB2]])),
      world({ [WEB2]: answers(1_500) }),
    );
    expect(finished.get('a/signalling')).toBeLessThan(450);
    expect(question(WEB2)).toMatchObject({ outcome: 'answered', endedAt: 1_500 });
  });

  test('is asked anew for a role that needs it after another has let it go', async () => {
    const roles = [role('a/media', [[STUN, UDP]]), role('b/media', [[TCP], [UDP]])];
    const fate = world({ [UDP]: answers(900), [TCP]: fails(600) });
    const { observations, questions } = await surveyed(planOf(...roles), fate);
    expect(questions.filter(({ url }) => url === UDP).map(({ outcome }) => outcome)).toEqual([
      'inconclusive',
      'answered',
    ]);
    expect(observations.get(UDP)?.outcome).toBe('answered');
  });

  test('is not asked anew when it had its say', async () => {
    const roles = [role('a/media', [[STUN, UDP]]), role('b/media', [[TCP], [UDP]])];
    const { questions } = await surveyed(planOf(...roles), world({ [UDP]: answers(60), [TCP]: fails(600) }));
    expect(questions.filter(({ url }) => url === UDP)).toHaveLength(1);
  });

  test('and that is a control as well is not let go by the service', async () => {
    const stun = CONTROLS[0]?.url ?? '';
    const { question } = await surveyed(planOf(role('a/media', [[STUN, stun]])), world({ [stun]: answers(1_000) }));
    expect(question(stun)).toMatchObject({ outcome: 'answered' });
  });
});

describe('cancelling', () => {
  test('ends every question at once, and none of them says anything', async () => {
    const plan = planOf(role('a/signalling', [[WEB], [WEB2]]), role('a/media', [[STUN, UDP], [TCP]], [UDP]));
    const { tookMs, questions } = await surveyed(plan, () => SILENCE, { cancelAfter: 300 });
    expect(tookMs).toBeLessThan(350);
    expect(new Set(questions.map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(
      new Set(['inconclusive cancelled']),
    );
    expect(questions.some(({ url }) => url === WEB2 || url === TCP)).toBe(false);
  });

  test('keeps what had been heard', async () => {
    const plan = planOf(role('a/signalling', [[WEB]]), role('a/media', [[UDP]]));
    const { observations } = await surveyed(plan, world({ [UDP]: SILENCE }), { cancelAfter: 300 });
    expect(observations.get(WEB)?.outcome).toBe('answered');
    expect(observations.get(UDP)?.outcome).toBe('inconclusive');
  });

  test('before the spread has passed asks nothing that could be heard', async () => {
    const { tookMs, questions } = await surveyed(planOf(role('a/signalling', [[WEB]])), world({}), {
      spreadMs: 600,
      random: () => 0.9,
      cancelAfter: 100,
    });
    expect(tookMs).toBeLessThan(150);
    expect(questions.every(({ outcome }) => outcome === 'inconclusive')).toBe(true);
  });
});
