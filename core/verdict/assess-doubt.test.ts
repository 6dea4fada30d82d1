import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, ending, endpoint, of, service, times } from './testing.ts';

const OPEN: Chapter = {};
const SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };

describe('silence without a vote accuses nobody', () => {
  test('a relay that never answered beside a binding of its own host, over the same transport', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'stun:media.one.example:3478'),
      endpoint('media', 'turn:media.one.example:3478?transport=udp'),
    ]);
    const story = times(4, { seen: [[/turn:media\.one/, 'silent']] } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.state).toBe('clear');
  });

  test('a documented host that refuses every browser, and does so', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/', 'verified', 'refuses-browsers'),
      endpoint('media', 'stun:media.one.example:3478'),
    ]);
    const story = times(4, { seen: [[/one\.example\/$/, 'refused']] } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.rule).toBe('calls.signalling-untestable');
  });
});

describe('a line is judged by its own controls from its first round', () => {
  test('two rounds that lose half of the controls, each another half, decide nothing', () => {
    const losing = (half: RegExp): Chapter => ({ network: 'train', seen: [...(SILENT.seen ?? []), [half, 'silent']] });
    const story = [OPEN, losing(/(stun|check)\.(north|east)/), losing(/(stun|check)\.(south|west)/)];
    expect(of(ending(story), CHAT).calls.state).not.toBe('likely-blocked');
  });
});

describe('what is said', () => {
  test('relays over TLS alone answer, and those over UDP have no vote: nothing is being confirmed', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'turn:udp.one.example:3478?transport=udp'),
      endpoint('media', 'turns:tls.one.example:443'),
    ]);
    const { rule } = of(
      ending(times(9, { seen: [[/udp\.one/, 'silent']] } as Chapter), { services: [one] }),
      one,
    ).calls;
    expect(rule).not.toMatch(/confirming/);
  });

  test('a relay over TLS far away is not a lossy one: several round trips, no retransmission', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'turns:tls.one.example:443'),
    ]);
    const far = { outcome: 'answered', durationMs: 1_200 } as const;
    const control = { outcome: 'answered', durationMs: 240 } as const;
    const story = times(3, {
      seen: [
        [/tls\.one/, far],
        [/^stun:/, control],
      ],
    } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.state).toBe('clear');
  });

  test('a gateway that carries a part of the traffic, some controls too, forges nothing', () => {
    const inside = { outcome: 'answered', remote: 'private' } as const;
    const outside = { outcome: 'answered', remote: 'public' } as const;
    const split: Chapter = {
      seen: [
        [/check\.(north|east|south)/, outside],
        [/check\.west|\.chat\.example\/$/, inside],
      ],
    };
    expect(of(ending([OPEN, ...times(3, split)]), CHAT).messages.state).toBe('reachable');
  });
});
