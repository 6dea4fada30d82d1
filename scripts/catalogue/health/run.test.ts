import { describe, expect, test } from 'vitest';
import type { Entry } from './record.ts';
import { healthRun } from './run.ts';
import type { Target } from './targets.ts';

const control = (kind: 'stun' | 'https', operator: string): Target => ({
  url: kind === 'stun' ? `stun:${operator}.example:3478` : `https://${operator}.example/`,
  control: { kind, operator },
});
const CONTROLS = (['stun', 'https'] as const).flatMap((kind) => ['one', 'two', 'three'].map((of) => control(kind, of)));
const RELAYS = ['turn:r.example:3478?transport=udp', 'turn:r.example:80?transport=tcp', 'turns:r.example:443'];
const OTHER_RELAY = 'turn:s.example:3478?transport=udp';
const SECOND: Target = { ...control('stun', 'one'), url: 'stun:one.example:443' };
const TARGETS: Target[] = [...CONTROLS, SECOND, ...[...RELAYS, OTHER_RELAY].map((url) => ({ url }))];

const answered: Entry = { outcome: 'answered', how: 'HTTP 200', asked: 1, answered: 1 };
const silent: Entry = { outcome: 'silent', asked: 1 };
const notAsked: Entry = { outcome: 'not-asked', why: 'NO_UDP' };

async function runWith(hears: (url: string, times: number) => boolean, pause = 0) {
  const asked: string[] = [];
  const at: number[] = [];
  const run = await healthRun({
    targets: TARGETS,
    ask: async ({ url }) => {
      at.push(performance.now());
      asked.push(url);
      return hears(url, asked.filter((one) => one === url).length) ? answered : silent;
    },
    random: () => 0,
    pause,
  });
  return { asked, at, run, endpoints: 'endpoints' in run ? run.endpoints : {} };
}

describe('a run', () => {
  test('asks everybody once, and a control of each operator once more', async () => {
    const { asked, endpoints } = await runWith(() => true);
    for (const { url } of TARGETS) expect(asked.slice(0, TARGETS.length).filter((one) => one === url)).toHaveLength(1);
    expect(asked.slice(TARGETS.length)).toHaveLength(CONTROLS.length);
    expect(asked.slice(TARGETS.length)).toEqual(expect.arrayContaining(CONTROLS.slice(1).map(({ url }) => url)));
    expect(Object.keys(endpoints)).toEqual(TARGETS.map(({ url }) => url).sort());
  });

  test('asks in an order of chance, controls first', async () => {
    const { asked } = await runWith(() => true);
    const inOrder = [...CONTROLS, SECOND].map(({ url }) => url);
    const first = asked.slice(0, inOrder.length);
    expect(first).not.toEqual(inOrder);
    expect(first.sort()).toEqual(inOrder.sort());
  });

  test('leaves time between questions', async () => {
    const { at } = await runWith(() => true, 20);
    for (let next = 1; next < CONTROLS.length; next++)
      expect((at[next] ?? 0) - (at[next - 1] ?? 0)).toBeGreaterThan(15);
  });

  test('says who is silent where the line is fit', async () => {
    const { run, endpoints } = await runWith((url) => url !== RELAYS[0]);
    expect(run).toMatchObject({ udp: true });
    expect(Object.values(endpoints).filter(({ outcome }) => outcome === 'silent')).toHaveLength(1);
    expect(endpoints[RELAYS[0] ?? '']).toEqual(silent);
  });
});

describe('on a line that lets no relay answer', () => {
  test.each(RELAYS)('over the transport of %s, none is said to be silent, and all else is recorded', async (url) => {
    const alike = url === RELAYS[0] ? [url, OTHER_RELAY] : [url];
    const { run, endpoints } = await runWith((one) => !alike.includes(one));
    expect(run).toMatchObject({ udp: true });
    for (const [one, entry] of Object.entries(endpoints)) {
      expect(entry).toEqual(alike.includes(one) ? { outcome: 'not-asked', why: 'NO_RELAY' } : answered);
    }
  });
});

describe('on a line that is not fit', () => {
  test('with controls of one operator alone, nobody is asked or recorded', async () => {
    const { asked, run } = await runWith((url) => !url.startsWith('https:') || url.includes('one'));
    expect(run).toEqual({ unfit: expect.stringContaining('offline') });
    expect(asked).toHaveLength(CONTROLS.length + 1);
  });

  test('that dies on the way, nothing is recorded', async () => {
    const { run } = await runWith((url, times) => times === 1 && url.includes('e.example'));
    expect(run).toEqual({ unfit: expect.stringContaining('lost its line') });
  });

  test('without UDP, what goes over UDP is not asked, and all else is', async () => {
    const { asked, run, endpoints } = await runWith((url) => !url.startsWith('stun:'));
    expect(run).toMatchObject({ udp: false });
    expect(asked).not.toContain(RELAYS[0]);
    expect(endpoints).toMatchObject({ [RELAYS[0] ?? '']: notAsked, [CONTROLS[0]?.url ?? '']: notAsked });
    expect(endpoints[RELAYS[1] ?? '']).toEqual(answered);
  });

  test('that loses UDP on the way, what was asked over UDP does not count', async () => {
    const { run, endpoints } = await runWith((url, times) => !url.startsWith('stun:') || times === 1);
    expect(run).toMatchObject({ udp: false });
    expect(endpoints[RELAYS[0] ?? '']).toEqual(notAsked);
  });
});
