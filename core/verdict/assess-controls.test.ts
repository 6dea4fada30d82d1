import { describe, expect, test } from 'vitest';
import type { Control } from '../catalogue/runtime.ts';
import { DEAD_AFTER } from '../evidence/memory.ts';
import type { Assessment } from './assess.ts';
import { CHAT, type Chapter, CONTROLS, ending, MEET, of, tell, times } from './testing.ts';

const OPEN: Chapter = {};
const NO_UDP: Chapter = { seen: [[/^stun:|transport=udp$/, 'silent']] };

const states = (chapters: readonly Chapter[]) => tell(chapters).map(({ network }) => network.state);
const everyState = (chapters: readonly Chapter[]) =>
  tell(chapters).flatMap(({ services }) => services.flatMap(({ calls, messages }) => [calls.state, messages.state]));

describe('a control operator that is dead for ever', () => {
  const dead = /(stun|check)\.north/;
  const url = CONTROLS[0]?.url ?? '';
  const silent: Chapter = { seen: [[dead, 'silent']] };
  const blocked: Chapter = {
    seen: [
      [dead, 'silent'],
      [/(relay|star)\.chat/, 'silent'],
    ],
  };

  test('keeps nobody from deciding, from the first round or after many', () => {
    for (const before of [1, DEAD_AFTER, 30]) {
      const story = tell([...times(before, silent), ...times(4, blocked)]);
      expect(of(story.at(-1) ?? ending([]), CHAT).calls.state).toBe('likely-blocked');
    }
  });

  test('does not delay the word on a block that it comes with', () => {
    const story = tell([OPEN, ...times(3, blocked)]);
    expect(of(story.at(-1) ?? ending([]), CHAT).calls.state).toBe('likely-blocked');
  });

  test('costs a clear network nothing', () => {
    expect(new Set(states(times(12, silent)))).toEqual(new Set(['clear']));
  });

  test('counts as half a loss, since the others answer at once, until it is known to be dead', () => {
    const story = tell([OPEN, ...times(30, silent)]);
    const lost = story.map(({ memory }) => memory.networks.home?.loss.udp.failed ?? 0);
    expect(lost[1]).toBe(0.5);
    expect(lost[DEAD_AFTER]).toBeGreaterThan(1);
    expect(lost[DEAD_AFTER + 1]).toBeLessThan(lost[DEAD_AFTER] ?? 0);
    expect(lost.at(-1)).toBeLessThan(0.001);
    expect(story.at(-1)?.memory.networks.home?.silentControls[url]).toBe(30);
  });

  test('is shown as silent all the same', () => {
    const { controls } = ending([OPEN, ...times(30, silent)]);
    expect(controls[0]).toEqual({ kind: 'stun', asked: 4, answered: 3, operators: 3 });
  });

  test('is welcome back with its first answer', () => {
    const back = tell([OPEN, ...times(10, silent), OPEN, silent]);
    expect(back.slice(-3).map(({ memory }) => memory.networks.home?.silentControls[url])).toEqual([10, 0, 1]);
    const lost = back.slice(-2).map(({ memory }) => memory.networks.home?.loss.udp.failed ?? 0);
    expect(lost[1]).toBeGreaterThan(lost[0] ?? 0);
  });

  test('is not mistaken for one where nothing answers: silence of all kills no control', () => {
    const unheard = tell([OPEN, ...times(10, { ...NO_UDP, network: null }), ...times(10, { seen: [[/./, 'silent']] })]);
    for (const { silentControls } of Object.values(unheard.at(-1)?.memory.networks ?? {})) {
      const stun = Object.entries(silentControls).filter(([one]) => one.startsWith('stun:'));
      expect(stun.map(([, rounds]) => rounds)).toEqual([0, 0, 0, 0]);
    }
  });
});

describe('a line that loses half of the controls', () => {
  const half: Chapter = {
    seen: [
      [/(stun|check)\.(north|east)/, 'silent'],
      [/(relay|star|web|edge)\.chat/, 'silent'],
    ],
  };

  test('accuses nobody from its second round on, and says why', () => {
    const story = tell([OPEN, ...times(3, half)]);
    for (const assessment of story.slice(-1)) {
      expect(of(assessment, CHAT).calls.state).toBe('insufficient');
      expect(of(assessment, CHAT).messages.rule).toBe('messages.lossy');
      expect(assessment.network.rule).toBe('network.lossy');
    }
    expect(everyState([OPEN, ...times(3, half)])).not.toContain('likely-blocked');
  });

  test('proves what answers all the same', () => {
    expect(of(ending(times(3, { seen: half.seen?.slice(0, 1) ?? [] })), MEET).calls.state).toBe('clear');
  });
});

describe('a network that shuts a port for everybody', () => {
  // The southern operator listens on that port as well as on another one.
  const double: Control = { kind: 'stun', url: 'stun:stun.south.example:3478', operator: 'South' };
  const controls = [...CONTROLS, double];
  const shut: Chapter = { seen: [[/:3478$|(relay|star)\.chat|turn\.meet\.example:3478/, 'silent']] };
  const story = tell([OPEN, ...times(3, shut)], { controls });
  const state = (round: number) => of(story[round] ?? ending([]), CHAT).calls.state;

  test('blocks the calls that need it, and that is no loss', () => {
    expect([1, 2].map(state)).toEqual(['suspected', 'likely-blocked']);
  });

  test('and is told from loss by the operator that answers on another port', () => {
    const withoutIt = tell([OPEN, ...times(3, shut)]);
    expect(of(withoutIt.at(-1) ?? ending([]), CHAT).calls.state).not.toBe('likely-blocked');
  });

  test('which is no shut port where somebody answers on it', () => {
    const leaky: Chapter = { seen: [[/stun\.west/, 'answered'], ...(shut.seen ?? [])] };
    const loss = tell([OPEN, leaky], { controls }).at(-1)?.memory.networks.home?.loss.udp.failed;
    expect(loss).toBeGreaterThan(0);
  });
});

test('silence of all controls of a kind is no loss: it is a state of the network', () => {
  const story = tell([OPEN, ...times(3, { seen: [[/^https:\/\/check/, 'silent']] }), OPEN]);
  expect(story.map(({ memory }) => memory.networks.home?.loss.tcp.failed)).toEqual([0, 0, 0, 0, 0]);
});

describe('a failure that nobody can judge', () => {
  const failures = ({ memory }: Assessment, network: string, walk: string) =>
    memory.networks[network]?.walks[walk]?.recent.filter((step) => step === 'failed').length ?? 0;
  const lost = (half: RegExp): Chapter => ({
    seen: [
      [half, 'silent'],
      [/(relay|star|web|edge)\.chat/, 'silent'],
    ],
  });
  const [one, other] = [lost(/(stun|check)\.(north|east)/), lost(/(stun|check)\.(south|west)/)];

  test('on a line that loses too much, is no evidence', () => {
    const story = tell([OPEN, one, other, one, other, one]);
    for (const walk of ['chat/media', 'chat/signalling']) {
      const counted = story.map((assessment) => failures(assessment, 'home', walk));
      expect(counted.at(-1)).toBe(counted[2]);
    }
  });

  test('among silent controls, is no evidence', () => {
    const story = tell([OPEN, ...times(5, { ...NO_UDP, network: null })]);
    expect(story.map((assessment) => failures(assessment, 'unidentified', 'chat/media'))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
